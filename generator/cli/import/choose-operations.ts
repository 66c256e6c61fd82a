import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { operationNamed } from '../../openapi/complete-spec.ts';
import type { Operation } from '../../openapi/operation.ts';
import { DiagnosticError } from '../diagnostic-error.ts';

export interface Choice {
  readonly operation: readonly string[];
  readonly tag: readonly string[];
}

/** The operations of these ids and tags, in the order of the document; all of them where nothing is chosen. An id may be 'GET /path'. */
export function chooseOperations(all: readonly Operation[], { operation, tag }: Choice): readonly Operation[] {
  if (operation.length === 0 && tag.length === 0) return all;
  const tags = new Set(all.flatMap((one) => one.tags));
  const ids = all.map(({ operationId, id }) => operationId ?? id);
  const byId = operation.map((name) => ({
    name,
    found: operationNamed(name, all) ?? all.find(({ method, path }) => `${method} ${path}` === name),
  }));
  const problems = [
    ...byId
      .filter(({ found }) => found === undefined)
      .map(({ name }) => diagnostic('FR2001', { what: 'operation', name, suggestion: nearest(name, ids) })),
    ...tag
      .filter((name) => !tags.has(name))
      .map((name) => diagnostic('FR2001', { what: 'tag', name, suggestion: nearest(name, tags) })),
  ];
  if (problems.length > 0) throw new DiagnosticError(problems);
  const chosen = new Set(byId.map(({ found }) => found));
  return all.filter((one) => chosen.has(one) || one.tags.some((name) => tag.includes(name)));
}
