import type { SpecPath } from '../../diagnostics/place.ts';
import type { Expression } from '../../expression/expression.ts';
import { isScalar } from '../../expression/operations/scalars.ts';
import { parsePath } from '../../expression/path.ts';
import { variable } from '../../expression/scope.ts';
import { describeType } from '../../shape/describe.ts';
import { fieldOf } from '../../shape/member.ts';
import type { ShapeTable } from '../../shape/shape.ts';
import { expand, isMaybe } from '../../shape/type-of-shape.ts';
import type { Integration } from '../integration-scope.ts';
import { modelType } from './registry.ts';

/** Where a model has its id where nothing is said. */
const USUAL = 'id';

/**
 * The path at which records of a model have their id, which has to be text or a number that is always there; from then on
 * the integration keeps records of the model. What is wrong with it is reported once, and it is undefined then. `at` is
 * the step that first needs it.
 */
export function recordIdPath(model: string, at: SpecPath, integration: Integration): readonly string[] | undefined {
  const known = integration.records.get(model);
  if (known !== undefined) return known === 'wrong' ? undefined : known;
  const path = checkIdPath(model, at, integration);
  integration.records.set(model, path ?? 'wrong');
  return path;
}

function checkIdPath(model: string, at: SpecPath, integration: Integration): readonly string[] | undefined {
  const { report, environment } = integration;
  const declared: unknown = integration.source.loaded.spec.models?.[model];
  const said =
    typeof declared === 'object' && declared !== null && 'id' in declared && typeof declared.id === 'string'
      ? declared.id
      : undefined;
  const text = said ?? USUAL;
  const place: SpecPath = said === undefined ? at : ['models', model, 'id'];
  const { segments, problem } = parsePath(text);
  const path = segments.flatMap((segment) => (segment.kind === 'field' ? [segment.name] : []));
  if (problem !== undefined || path.length < segments.length || path.length === 0) {
    report.add('FR2010', { found: `'${text}'`, fix: 'name the field that holds the id: key.value' }, place);
    return undefined;
  }
  const id = fieldAt(variable('record', modelType(model, environment.shapes)), path, environment.shapes);
  if (id === undefined) {
    report.add(
      'FR2015',
      { what: `a record of '${model}'`, needs: `an id: 'id: path' of the model, or a field '${text}'` },
      place,
    );
    return undefined;
  }
  if (isMaybe(id.type)) {
    report.add('FR2011', { value: `the id '${text}' of '${model}'`, fix: 'name a field that is always there' }, place);
    return undefined;
  }
  if (!isId(id, environment.shapes)) {
    report.add('FR2004', { expected: 'an id is text or a number, which', found: describeType(id.type) }, place);
    return undefined;
  }
  return path;
}

/** The id of a value: the value itself where it is text or a number, else what it has at the path; undefined where that is none. */
export function recordIdOf(value: Expression, path: readonly string[], shapes: ShapeTable): Expression | undefined {
  if (isMaybe(value.type)) return undefined;
  if (isId(value, shapes)) return value;
  const id = fieldAt(value, path, shapes);
  return id !== undefined && !isMaybe(id.type) && isId(id, shapes) ? id : undefined;
}

function fieldAt(value: Expression, path: readonly string[], shapes: ShapeTable): Expression | undefined {
  let current = value;
  for (const field of path) {
    const member = fieldOf(current.type, field, shapes);
    if (!('found' in member)) return undefined;
    current = { kind: 'field', of: current, field, type: member.found };
  }
  return current;
}

/** Text, a number, or a choice of them. */
function isId({ type }: Expression, shapes: ShapeTable): boolean {
  const shape = expand(type.shape, shapes);
  const parts = shape.kind === 'union' ? shape.of.map((one) => expand(one, shapes)) : [shape];
  return parts.every((one) => isScalar(one) && one.kind !== 'boolean');
}
