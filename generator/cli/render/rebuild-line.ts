import type { Paint } from '../../diagnostics/render/colour.ts';
import type { BuildReport } from '../../pipeline/build-report.ts';
import { clock } from './clock.ts';
import { count } from '../../diagnostics/render/count.ts';
import { duration } from './duration.ts';

/** What one build under `--watch` did: `14:03:22 orders: 2 files written (120 ms)`. */
export function rebuildLine(report: BuildReport, milliseconds: number, now: Date, paint: Paint): string {
  const changed = report.integrations.filter(({ written, removed }) => written.length + removed.length > 0);
  const wrong = report.specs - report.integrations.length;
  const parts = [
    ...(wrong > 0 ? [paint('red', `${count(wrong, 'spec')} not built`)] : []),
    ...changed.map(({ name, written, removed }) =>
      [
        `${name}: `,
        [
          ...(written.length > 0 ? [`${count(written.length, 'file')} written`] : []),
          ...(removed.length > 0 ? [`${count(removed.length, 'file')} removed`] : []),
        ].join(', '),
      ].join(''),
    ),
    ...(changed.length === 0 && wrong <= 0 ? ['nothing changed'] : []),
  ];
  return `${paint('dim', clock(now.getTime()))} ${parts.join('; ')} ${paint('dim', `(${duration(milliseconds)})`)}`;
}
