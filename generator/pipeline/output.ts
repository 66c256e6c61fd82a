import type { CheckedIntegration } from '../check/checked-integration.ts';
import type { OutputFile } from '../format/format-files.ts';
import type { IntegrationPlan } from '../ir/integration.ts';
import type { GapReport } from './gap-report.ts';
import type { OwnFiles } from '../write/own-files.ts';

/** One integration on its way through the stages. */
export interface Output {
  readonly checked: CheckedIntegration;
  readonly plan: IntegrationPlan;
  /** Absolute. */
  readonly outputDir: string;
  readonly files: readonly OutputFile[];
  /** What the user has put there; absent before the folder was looked at. */
  readonly own?: OwnFiles;
  /** Its gaps with their states; absent where it has none. */
  readonly gaps?: readonly GapReport[];
  /** What else it was made from, by absolute paths: the files of its gaps, undefined for one that is not there. */
  readonly inputs?: ReadonlyMap<string, string | undefined>;
}
