import type { IntegrationDefinition } from '@flowright/runtime';
import { runOnce } from '@flowright/runtime/scenario';
import type { RecordedCase } from '../cases/recorded-case.ts';
import type { RunResult } from '../compare/judge.ts';
import { serveExchanges } from '../server/serve-exchanges.ts';
import { caseSurroundings } from './case-surroundings.ts';

/** One run of an integration against a recording. */
export interface CaseRun {
  readonly result: RunResult;
  readonly requests: readonly string[];
  /** What was wrong with them. */
  readonly problems: readonly string[];
  readonly unused: readonly string[];
}

/** `ids`: the field that identifies a record, by model; `id` where a model has none. */
export async function runCase(
  integration: IntegrationDefinition<unknown>,
  recorded: RecordedCase,
  ids: ReadonlyMap<string, string>,
): Promise<CaseRun> {
  const server = await serveExchanges(recorded);
  try {
    const { failure, returned, saved, removed } = await runOnce(integration, {
      workflow: workflowFor(integration, recorded.kind),
      ...(recorded.kind === 'action' && { input: recorded.input ?? {} }),
      ...(recorded.metadata !== undefined && { metadata: JSON.parse(JSON.stringify(recorded.metadata)) }),
      ...caseSurroundings(integration, recorded, server.origin),
    });
    const deleted = Object.entries(removed).map(([model, list]) => {
      const field = ids.get(model) ?? 'id';
      return [model, list.map((id) => ({ [field]: id }))] as const;
    });
    const result: RunResult = {
      ...(failure !== undefined && { failure }),
      ...(returned !== undefined && { output: returned }),
      saved,
      deleted: Object.fromEntries(deleted),
    };
    return { result, requests: server.requests(), problems: server.problems(), unused: server.unused() };
  } finally {
    await server.close();
  }
}

/** The workflow that a caller starts, or that a schedule does: the first of its kind, else the first. */
function workflowFor({ workflows }: IntegrationDefinition<unknown>, kind: RecordedCase['kind']): string {
  const trigger = kind === 'action' ? 'manual' : 'schedule';
  const ids = Object.keys(workflows);
  return ids.find((id) => workflows[id]?.trigger.kind === trigger) ?? ids[0] ?? '';
}
