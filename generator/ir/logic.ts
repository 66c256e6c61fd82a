import type { Type } from '../shape/type.ts';
import type { JsonSchema } from '../shape/json-schema.ts';
import type { Planned } from './symbol.ts';

/** A gap: one typed pure function of business logic that a person or a model fills. */
export interface LogicPlan extends Planned {
  readonly rule: string;
  readonly input: Type;
  readonly output: Type;
  /** What the spec says of both, with limits and formats; references lead to `flowright:model/…` or into the `$defs` around them. */
  readonly schemas: { readonly input: JsonSchema; readonly output: JsonSchema };
  /** Names of the emitted types. */
  readonly inputType: string;
  readonly outputType: string;
  /** The file that fills it, as it was tested; absent where nothing does. */
  readonly fill?: { readonly file: string };
  readonly criteria: readonly string[];
  readonly examples: readonly {
    readonly in: unknown;
    readonly out: unknown;
    readonly hidden: boolean;
    readonly note?: string;
  }[];
}
