import type { RowShare } from './row-share.ts';

/** How one case went. */
export interface CaseResult {
  /** `provider__name`. */
  readonly id: string;
  readonly kind: 'action' | 'sync';
  readonly verdict: 'passed' | 'failed' | 'no spec';
  /** Everything in which the run was not as recorded, the first first. */
  readonly differences: readonly string[];
  readonly rows: RowShare;
  /** Functions that a model or a person fills, as `workflow or mapping.name`. */
  readonly gaps: readonly string[];
  /** Requests that the integration made, in order. */
  readonly requests: readonly string[];
  /** Exchanges that were not asked for. */
  readonly unused: readonly string[];
  /** Lines of the spec's own text (criteria left out) and of the brief it came from. */
  readonly specLines?: number;
  readonly briefLines?: number;
}
