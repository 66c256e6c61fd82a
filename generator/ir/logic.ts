import type { Type } from '../shape/type.ts';
import type { Planned } from './symbol.ts';

/** A gap: one typed pure function of business logic that a person or a model fills. */
export interface LogicPlan extends Planned {
  readonly rule: string;
  readonly input: Type;
  readonly output: Type;
  /** Names of the emitted types. */
  readonly inputType: string;
  readonly outputType: string;
  readonly criteria: readonly string[];
  readonly examples: readonly {
    readonly in: unknown;
    readonly out: unknown;
    readonly hidden: boolean;
    readonly note?: string;
  }[];
}
