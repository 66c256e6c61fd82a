import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { Expression } from '../../expression/expression.ts';
import { parsePath } from '../../expression/path.ts';
import type { Result } from '../../expression/problem.ts';
import { readPath } from '../../expression/read-path.ts';
import { variable } from '../../expression/scope.ts';
import { fieldOf, itemOf } from '../../shape/member.ts';
import { expand, present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import { pathNames, queryNames } from '../criteria/check-expect.ts';
import type { Integration } from '../integration-scope.ts';
import type { CheckedOperation } from './checked-operation.ts';
import { collectionOf } from './collection-of.ts';

/** The paths of mock systems against the models: of the request, of the answer, and of the items of their collection. */
export function checkMockModels(operations: readonly CheckedOperation[], integration: Integration): void {
  const collections = Map.groupBy(operations, ({ id, endpoint }) => collectionOf(id, endpoint));
  for (const operation of operations) {
    const { mock } = operation.endpoint;
    if (mock === undefined) continue;
    const at: SpecPath = [...operation.at, 'mock'];
    const items = (collections.get(collectionOf(operation.id, operation.endpoint)) ?? []).flatMap((other) =>
      itemsOf(other, integration),
    );
    const own = [operation.response, requestOf(operation)].filter((type) => type !== undefined);
    if (mock.total !== undefined) expectPath(mock.total, own.slice(0, 1), [...at, 'total'], 'value', integration);
    if (mock.item !== undefined) expectPath(mock.item, own, [...at, 'item'], 'value', integration);
    if (mock.id?.field !== undefined) expectPath(mock.id.field, items, [...at, 'id', 'field'], 'value', integration);
    for (const [field, test] of Object.entries(mock.match ?? {})) {
      const where: SpecPath = [...at, 'match', field];
      // Items may have more than any model says; what looks like a field that one has is a slip.
      if (resembles(field, items, integration)) expectPath(field, items, where, 'key', integration);
      if (typeof test === 'string') expectInRequest(test, where, operation, integration);
      else
        for (const [op, value] of Object.entries(test)) expectInRequest(value, [...where, op], operation, integration);
    }
  }
}

/** A path that one of these types at least has; without any of them nothing is known. */
function expectPath(
  text: string,
  types: readonly Type[],
  at: SpecPath,
  on: 'key' | 'value',
  { report, environment }: Integration,
  /** Where in the text at `at` the path begins. */
  offset = 0,
): void {
  const parsed = parsePath(text);
  // What is no path has been reported.
  if (parsed.problem !== undefined) return;
  const read = types.map((type): Result<Expression> =>
    readPath(variable('value', present(type)), parsed.segments, environment.shapes),
  );
  const [first] = read;
  if (first?.problems === undefined || read.some(({ ok }) => ok !== undefined)) return;
  const problems = first.problems.map((one) => ({ ...one, from: one.from + offset, to: one.to + offset }));
  report.problems(problems, at, on);
}

/** Whether the first name of a path is one of a field of the items, or nearly. */
function resembles(path: string, items: readonly Type[], { environment: { shapes } }: Integration): boolean {
  const known = items.flatMap((item) => {
    const shape = expand(present(item).shape, shapes);
    return shape.kind === 'object' ? [...shape.fields.keys()] : [];
  });
  const [first] = parsePath(path).segments;
  const name = first?.kind === 'field' ? first.name : path;
  return known.includes(name) || nearest(name, known) !== undefined;
}

/** What an item is matched with: a parameter of the path or the query, a header, or a place in the body. */
function expectInRequest(text: string, at: SpecPath, operation: CheckedOperation, integration: Integration): void {
  const [where = '', ...rest] = text.split('.');
  const name = rest.join('.');
  const request = requestOf(operation);
  if (where === 'body') {
    if (request !== undefined) expectPath(name, [request], at, 'value', integration, 'body.'.length);
    else integration.report.add('FR2015', { what: `'${text}'`, needs: `a request model on '${operation.id}'` }, at);
    return;
  }
  // Headers come from many places: the system, its credentials, the client.
  if (where === 'header') return;
  const [field, known, part] =
    where === 'path'
      ? [name, pathNames(operation), 'path']
      : [where === 'query' ? name : text, queryNames(operation), 'query'];
  if (!known.includes(field))
    integration.report.add(
      'FR2003',
      { field, owner: `the ${part} of '${operation.id}'`, suggestion: nearest(field, known) },
      at,
    );
}

function requestOf({ parameters }: CheckedOperation): Type | undefined {
  return parameters.find((parameter) => parameter.in === 'body')?.type;
}

/** What the items of an operation's collection can be, as far as its models say. */
function itemsOf(operation: CheckedOperation, { environment: { shapes } }: Integration): readonly Type[] {
  if (operation.pagination !== undefined) return [operation.pagination.itemType];
  const path = parsePath(operation.endpoint.mock?.item ?? '.');
  return [operation.response, requestOf(operation)].flatMap((type) => {
    const read = type && readPath(variable('value', present(type)), path.segments, shapes);
    if (read?.ok === undefined) return [];
    const found = present(read.ok.type);
    const shape = expand(found.shape, shapes);
    if (shape.kind === 'array') return listItem(found);
    // The answer of a list that is not paginated holds its items in a field.
    const fields = shape.kind === 'object' ? [...shape.fields.keys()] : [];
    return [
      ...fields.flatMap((field) => {
        const member = fieldOf(found, field, shapes);
        return 'found' in member && expand(member.found.shape, shapes).kind === 'array'
          ? listItem(present(member.found))
          : [];
      }),
      found,
    ];
  });

  function listItem(list: Type): readonly Type[] {
    const item = itemOf(list, shapes, 'loop');
    return 'found' in item ? [item.found] : [];
  }
}
