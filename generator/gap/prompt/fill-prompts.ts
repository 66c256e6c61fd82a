import type { FillData, RepairData } from './prompt-data.ts';

/** The templates of one version, ready to be rendered. */
export interface FillPrompts {
  /** `fill@v1`. */
  readonly prompt: string;
  /** SHA-256 in hex of the three templates. */
  readonly promptHash: string;
  readonly system: (data: FillData) => string;
  readonly fill: (data: FillData) => string;
  readonly repair: (data: RepairData) => string;
}
