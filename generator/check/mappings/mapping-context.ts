import type { Scope } from '../../expression/scope.ts';
import type { Integration } from '../integration-scope.ts';
import type { Prefix } from '../values/read-source.ts';
import type { Helpers } from './helpers.ts';

/** Where the rows of a mapping stand while the target is built. */
export interface MappingContext {
  readonly id: string;
  readonly integration: Integration;
  readonly scope: Scope;
  /** The loops around, innermost last. */
  readonly prefixes: readonly Prefix[];
  /** Names of variables in use; grows. */
  readonly taken: Set<string>;
  /** Functions beside the mapping's own; grows. */
  readonly helpers: Helpers;
}
