import type { Expression } from '../expression/expression.ts';
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
  /** Those of the criteria that can be tested. */
  readonly properties: readonly GapProperty[];
  readonly examples: readonly {
    readonly in: unknown;
    readonly out: unknown;
    readonly hidden: boolean;
    readonly note?: string;
  }[];
}

/** A criterion of a gap that says what it means as a condition, too: it has to be true of every result. */
export interface GapProperty {
  /** Index of the criterion. */
  readonly criterion: number;
  /** The criterion in words. */
  readonly text: string;
  /** The condition as the spec has it. */
  readonly holds: string;
  readonly condition: Expression;
}

/** What the names in a condition of a criterion stand for: each input by its own, and the result. */
export function propertyNames(input: unknown, output: unknown): ReadonlyMap<string, unknown> {
  const inputs = typeof input === 'object' && input !== null ? Object.entries(input) : [];
  return new Map<string, unknown>([...inputs, ['output', output]]);
}
