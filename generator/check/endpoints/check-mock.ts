import type { SpecPath } from '../../diagnostics/place.ts';
import { parsePath, plainPath } from '../../expression/path.ts';
import type { Mock } from '../../spec/types.ts';
import type { Report } from '../report.ts';

/** The paths of a mock system's endpoint: each names one place in an item, a request or an answer. */
export function checkMock({ match = {}, item, id, total }: Mock, at: SpecPath, report: Report): void {
  if (item !== undefined) checkPath(item, [...at, 'item'], report);
  if (id?.field !== undefined) checkPath(id.field, [...at, 'id', 'field'], report);
  if (total !== undefined) checkPath(total, [...at, 'total'], report);
  for (const [field, test] of Object.entries(match)) {
    const where = [...at, 'match', field];
    checkPath(field, where, report, 'key');
    if (typeof test === 'string') checkRequestPath(test, where, report);
    else for (const [op, value] of Object.entries(test)) checkRequestPath(value, [...where, op], report);
  }
}

/** Of the body it is a path; a parameter or header is named as a whole, whatever is in its name. */
function checkRequestPath(text: string, at: SpecPath, report: Report): void {
  const [where, ...rest] = text.split('.');
  if (where === 'body' && rest.length > 0) checkPath(rest.join('.'), at, report);
}

function checkPath(text: string, at: SpecPath, report: Report, on: 'key' | 'value' = 'value'): void {
  const parsed = parsePath(text);
  if (parsed.problem === undefined && plainPath(parsed) !== undefined) return;
  report.add('FR2010', { found: `'${text}'`, fix: parsed.problem?.what ?? 'name one place: a path without []' }, at, {
    on,
  });
}
