import type { CheckedIntegration } from '../check/checked-integration.ts';
import type { OutputFile } from '../format/format-files.ts';
import type { IntegrationPlan } from '../ir/integration.ts';
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
}
