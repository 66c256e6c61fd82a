import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { narrow } from '../../expression/check-expression.ts';
import { coalesce } from '../../expression/coalesce.ts';
import type { Expression } from '../../expression/expression.ts';
import { parsePath, pathText, type PathSegment } from '../../expression/path.ts';
import { readPath } from '../../expression/read-path.ts';
import type { Scope } from '../../expression/scope.ts';
import type { Sources } from '../../spec/types.ts';
import type { Integration } from '../integration-scope.ts';

/** The item variables of the loops around a row: `line_items[]` is read as `lineItem`. Innermost last. */
export interface Prefix {
  readonly path: string;
  readonly item: Expression;
}

/** One path, or several of which the first that is present wins. */
export function readSources(
  sources: Sources,
  at: SpecPath,
  scope: Scope,
  prefixes: readonly Prefix[],
  integration: Integration,
): Expression | undefined {
  if (typeof sources === 'string') return readSource(sources, at, scope, prefixes, integration);
  const read = sources.map((source, index) => readSource(source, [...at, index], scope, prefixes, integration));
  const found = read.filter((one) => one !== undefined);
  if (found.length < read.length) return undefined;
  const [first, ...others] = found;
  return first && coalesce([first, ...others]);
}

export function readSource(
  text: string,
  at: SpecPath,
  scope: Scope,
  prefixes: readonly Prefix[],
  integration: Integration,
): Expression | undefined {
  const { report, environment } = integration;
  const parsed = parsePath(text);
  if (parsed.problem !== undefined) {
    report.add(
      'FR2010',
      {
        found: `'${text.slice(parsed.problem.from, parsed.problem.to)}'`,
        fix: `${parsed.problem.what}; for anything more use template or expr`,
      },
      at,
      parsed.problem,
    );
    return undefined;
  }
  const start = startOf(parsed.segments, at, scope, prefixes, integration);
  if (start === undefined) return undefined;
  let current = start.from;
  for (const [index, segment] of start.rest.entries()) {
    const rest = segment.kind === 'each' ? start.rest.slice(index) : [segment];
    const read = readPath(current, rest, environment.shapes);
    if (read.ok === undefined) {
      report.problems(read.problems, at);
      return undefined;
    }
    current = narrow(read.ok, { scope, environment });
    if (segment.kind === 'each') break;
  }
  return current;
}

/** Where a path begins: the item of a loop, a name in scope, or the source itself. */
function startOf(
  segments: readonly PathSegment[],
  at: SpecPath,
  scope: Scope,
  prefixes: readonly Prefix[],
  integration: Integration,
): { readonly from: Expression; readonly rest: readonly PathSegment[] } | undefined {
  for (const prefix of prefixes.toReversed()) {
    const length = segments.findIndex((_, index) => pathText(segments.slice(0, index + 1)) === prefix.path) + 1;
    if (length > 0) return { from: prefix.item, rest: segments.slice(length) };
  }
  if (scope.root !== undefined) return { from: scope.root, rest: segments };
  const [first, ...rest] = segments;
  const name = first?.kind === 'field' ? first.name : '.';
  const bound = scope.names.get(name);
  if (bound === undefined) {
    integration.report.add(
      'FR2007',
      { name, known: [...scope.names.keys()], suggestion: nearest(name, scope.names.keys()) },
      at,
      first === undefined ? {} : { from: first.from, to: first.to },
    );
    return undefined;
  }
  if (bound.failed === true) return undefined;
  bound.onRead?.();
  return { from: narrow(bound.expression, { scope, environment: integration.environment }), rest };
}
