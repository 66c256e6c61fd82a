import type { TracePlace, TraceRow } from '../../traceability/trace-row.ts';
import type { ReportView } from '../view.ts';
import { badge } from './badge.ts';

/** Rules are longer than a table is good for; their place in the spec stands beside them. */
const LONGEST = 240;

/** The table from story to result: what all criteria of a workflow or gap have in common stands once, above them. */
export function traceGroups({ trace }: ReportView): readonly unknown[] {
  return [...Map.groupBy(trace, groupOf).values()].map((rows) => {
    const [first] = rows;
    return {
      owner: `${first?.integration ?? ''}/${first?.owner ?? ''}`,
      kind: first?.kind,
      story: clip(first?.story ?? ''),
      generated: first?.generated.map(at),
      rows: rows.map(({ result, spec, test, metrics, criterion, text }) => ({
        criterion,
        text: clip(text),
        state: badge(result.state),
        reason: result.reason,
        spec: at(spec),
        test: test && at(test),
        evals: evalWords(metrics),
      })),
    };
  });
}

/** What is not verified, by workflow and gap: `shop/tier` and `C1, C2`. */
export function unverifiedOf({ trace }: ReportView): readonly unknown[] {
  const open = trace.filter(({ result }) => result.state === 'not verified');
  return [...Map.groupBy(open, groupOf).values()].map((rows) => ({
    owner: `${rows[0]?.integration ?? ''}/${rows[0]?.owner ?? ''}`,
    criteria: rows.map(({ criterion }) => criterion).join(', '),
    reasons: [...new Set(rows.map(({ result }) => result.reason ?? ''))].join('; '),
  }));
}

/** `spec/shop.integration.yaml:12` */
export function at({ file, line }: TracePlace): string {
  return `${file}:${String(line)}`;
}

function groupOf({ integration, kind, owner }: TraceRow): string {
  return `${integration}\0${kind}\0${owner}`;
}

/** The case once, and its assertions: `shop/tier#static, #visible`. */
function evalWords(metrics: readonly string[]): string {
  const [first = ''] = metrics;
  const owner = first.slice(0, first.indexOf('#'));
  return metrics
    .map((one, index) => (index > 0 && one.startsWith(`${owner}#`) ? one.slice(owner.length) : one))
    .join(', ');
}

function clip(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join('')} …`;
}
