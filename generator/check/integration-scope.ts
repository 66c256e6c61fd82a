import type { Environment } from '../expression/environment.ts';
import type { JsonSchema } from '../shape/json-schema.ts';
import type { Type } from '../shape/type.ts';
import type { GapCriteria, Logic } from '../spec/types.ts';
import type { EndlessStep } from './mappings/endless.ts';
import type { BundleSource } from './models/bundle-schema.ts';
import type { Report } from './report.ts';

/** A mapping as others see it: what it takes and what it gives. */
export interface MappingSignature {
  readonly id: string;
  readonly params: readonly { readonly name: string; readonly type: Type }[];
  readonly returns: Type;
}

/** A gap as others see it. */
export interface LogicSignature {
  readonly id: string;
  readonly input: Type;
  readonly output: Type;
  readonly schemas: { readonly input: JsonSchema; readonly output: JsonSchema };
}

/** A gap that a `rule:` row asks for: the row's types are its signature. */
export interface RuleGap {
  readonly id: string;
  readonly rule: string;
  readonly input: Type;
  readonly output: Type;
  readonly path: readonly (string | number)[];
  readonly criteria: GapCriteria;
  readonly examples: NonNullable<Logic['examples']>;
}

/** What every part of the check needs to know of the integration. Only `used`, `rules`, `endless` and `records` grow while the check goes on. */
export interface Integration {
  readonly report: Report;
  readonly source: BundleSource;
  readonly environment: Environment;
  readonly mappings: ReadonlyMap<string, MappingSignature>;
  readonly logic: ReadonlyMap<string, LogicSignature>;
  /** What something refers to: `mapping orderToDeal`. */
  readonly used: Set<string>;
  readonly rules: RuleGap[];
  readonly endless: EndlessStep[];
  /** The models of which records are kept, and where each has its id; `wrong` where that was reported. */
  readonly records: Map<string, readonly string[] | 'wrong'>;
}
