import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { WindowPlan } from '../../ir/pagination.ts';
import type { Pagination } from '../../spec/types.ts';
import { milliseconds } from '../duration.ts';
import type { Integration } from '../integration-scope.ts';
import type { Parameters } from './check-parameters.ts';

type Window = Extract<Pagination, { window: unknown }>['window'];

/** A span of time that is asked for piece by piece: its ends are what the call gives for two query parameters. */
export function checkWindow(
  { from, to, size, format = 'iso' }: Window,
  { query, parameters }: Pick<Parameters, 'query' | 'parameters'>,
  at: SpecPath,
  { report }: Integration,
): WindowPlan | undefined {
  const declared = query.flatMap((field) => ('input' in field ? [field.name] : []));
  let sound = true;
  for (const [key, name] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const parameter = parameters.find((one) => one.in === 'query' && one.name === name);
    if (!declared.includes(name)) {
      report.add('FR2001', { what: 'query parameter', name, suggestion: nearest(name, declared) }, [...at, key]);
      sound = false;
    } else if (parameter?.type.optional === true) {
      const fix = 'leave out optional: a span of time has both ends';
      report.add('FR2011', { value: `the end '${name}' of the span`, fix }, [...at, key]);
      sound = false;
    }
  }
  return sound ? { kind: 'window', from, to, sizeMs: milliseconds(size), format } : undefined;
}
