import type { IntegrationDefinition } from '@flowright/runtime';
import type { LoadedSpec } from '../../load/load-spec.ts';
import type { RecordedCase } from '../cases/recorded-case.ts';
import { judge } from '../compare/judge.ts';
import type { CaseResult } from '../report/case-result.ts';
import { rowShare } from '../report/row-share.ts';
import { specLines } from '../report/spec-lines.ts';
import { modelIds } from './model-ids.ts';
import { runCase } from './run-case.ts';

/** A case with the integration that was built for it. */
export interface BuiltCase {
  readonly recorded: RecordedCase;
  readonly loaded: LoadedSpec;
  readonly integration: IntegrationDefinition<unknown>;
  readonly gaps: readonly string[];
  /** The text of the spec. */
  readonly text: string;
}

/** Runs a case once and compares. Requests that were not recorded, or not so, come before what followed from them. */
export async function judgeCase({ recorded, loaded, integration, gaps, text }: BuiltCase): Promise<CaseResult> {
  const ids = modelIds(loaded.spec);
  const { result, requests, problems, unused } = await runCase(integration, recorded, ids);
  const differences = [...problems, ...judge(recorded, result)];
  return {
    id: recorded.id,
    kind: recorded.kind,
    verdict: differences.length === 0 ? 'passed' : 'failed',
    differences,
    rows: rowShare(loaded.spec),
    gaps,
    requests,
    unused,
    specLines: specLines(text),
    ...(recorded.briefLines !== undefined && { briefLines: recorded.briefLines }),
  };
}
