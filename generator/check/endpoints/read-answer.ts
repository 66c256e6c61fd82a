import type { SpecPath } from '../../diagnostics/place.ts';
import type { Expression } from '../../expression/expression.ts';
import { parsePath, plainPath } from '../../expression/path.ts';
import { readPath } from '../../expression/read-path.ts';
import { variable } from '../../expression/scope.ts';
import type { ItemsPath } from '../../ir/pagination.ts';
import type { Type } from '../../shape/type.ts';
import type { Integration } from '../integration-scope.ts';

/** A place in an answer, and what its model says is there. */
export interface AnswerPlace {
  readonly path: ItemsPath;
  readonly found: Expression;
}

/** Reads a path without `[]` in the answer of an endpoint; undefined where there is no such place (reported). */
export function readAnswer(
  text: string,
  response: Type,
  at: SpecPath,
  { report, environment }: Integration,
): AnswerPlace | undefined {
  const parsed = parsePath(text);
  const path = parsed.problem === undefined ? plainPath(parsed) : undefined;
  if (path === undefined) {
    report.add('FR2010', { found: `'${text}'`, fix: parsed.problem?.what ?? 'name one place: a path without []' }, at);
    return undefined;
  }
  const found = readPath(variable('body', response), parsed.segments, environment.shapes);
  if (found.ok === undefined) report.problems(found.problems, at);
  return found.ok && { path, found: found.ok };
}

/** The places that the spec names, under the same names; undefined where one of them is wrong (reported). */
export function readOptional<Name extends string>(
  places: Readonly<Record<Name, string | undefined>>,
  response: Type,
  at: SpecPath,
  integration: Integration,
): { readonly [key in Name]?: ItemsPath } | undefined {
  const result: { [key in Name]?: ItemsPath } = {};
  let sound = true;
  for (const name in places) {
    const text = places[name];
    if (text === undefined) continue;
    const place = readAnswer(text, response, [...at, name], integration);
    if (place === undefined) sound = false;
    else result[name] = place.path;
  }
  return sound ? result : undefined;
}
