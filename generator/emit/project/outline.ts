import type { ReadmePlan } from '../../ir/readme.ts';
import { rich } from './rich.ts';

type Steps = ReadmePlan['workflows'][number]['steps'];

/** Steps as a numbered list within lists: the marker of a line is indented by the width of those above it. */
export function outline(steps: Steps): string {
  const counts: number[] = [];
  return steps
    .map(({ depth, text }) => {
      const level = Math.min(depth, counts.length);
      counts.length = level + 1;
      counts[level] = (counts[level] ?? 0) + 1;
      const indent = counts.slice(0, level).reduce((width, count) => width + `${count}. `.length, 0);
      return `${' '.repeat(indent)}${counts[level]}. ${rich(text)}`;
    })
    .join('\n');
}
