import type { Paint } from '../../diagnostics/render/colour.ts';
import type { CollectionState } from '../dev/collections.ts';
import { isGood, type Verdict } from '../dev/verdict.ts';
import { columns } from './columns.ts';
import { count } from '../../diagnostics/render/count.ts';
import { shorten } from './shorten.ts';

/** What `dev --once` ends with: what the mock systems hold, and how it went. */
export function renderOutcome(
  verdict: Verdict,
  collections: readonly CollectionState[],
  paint: Paint,
  width: number,
): string {
  const rows = columns(
    collections.map(({ name, before, items }) => {
      const added = items.length - before;
      const change = added === 0 ? '' : ` (${added > 0 ? '+' : ''}${String(added)})`;
      return [
        `  ${paint('magenta', name)}`,
        `${String(items.length)}${change}`,
        paint('dim', shorten(items.at(-1), Math.max(width - 40, 30))),
      ];
    }),
  );
  const held =
    rows.length === 0
      ? []
      : ['', 'The mock systems hold, with the newest item of each:', ...rows.map((row) => row.trimEnd())];
  return [...held, '', closing(verdict, paint), ''].join('\n');
}

function closing(verdict: Verdict, paint: Paint): string {
  const { completed, failed, refused } = verdict;
  if (isGood(verdict)) return paint('green', `${count(completed, 'run')} completed`);
  const parts = [
    ...(completed > 0 ? [`${count(completed, 'run')} completed`] : []),
    ...(failed > 0 ? [`${count(failed, 'run')} failed`] : []),
    ...(refused > 0 ? [`${count(refused, 'request')} answered with an error`] : []),
  ];
  return paint('red', parts.length === 0 ? 'no run was started: the example was ignored' : parts.join(', '));
}
