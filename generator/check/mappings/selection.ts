import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { parsePath } from '../../expression/path.ts';
import { describeShape } from '../../shape/describe.ts';
import { fieldOf } from '../../shape/member.ts';
import type { ShapeTable } from '../../shape/shape.ts';
import { expand, present, typeOfShape } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Integration } from '../integration-scope.ts';

/** Fields by name, each with those below it; one with none below is meant as a whole. */
export interface PathTree {
  readonly below: Map<string, PathTree>;
}

/** What of an object is copied. Lists are gone through: `lines.sku` is the field of each line. */
export interface Selection {
  readonly only: PathTree | undefined;
  readonly except: PathTree | undefined;
  /** Null is left out, as if it were absent. */
  readonly dropNull: boolean;
  /** And so are empty texts and lists. */
  readonly dropEmpty: boolean;
}

export const EVERYTHING: Selection = { only: undefined, except: undefined, dropNull: false, dropEmpty: false };

export function isEverything({ only, except, dropNull, dropEmpty }: Selection): boolean {
  return only === undefined && except === undefined && !dropNull && !dropEmpty;
}

export function isSelected({ only, except }: Selection, field: string): boolean {
  const left = except?.below.get(field);
  return (only === undefined || only.below.has(field)) && (left === undefined || left.below.size > 0);
}

/** What of a field is copied. */
export function selectionBelow({ only, except, ...drop }: Selection, field: string): Selection {
  return { only: withSome(only?.below.get(field)), except: withSome(except?.below.get(field)), ...drop };
}

function withSome(tree: PathTree | undefined): PathTree | undefined {
  return tree === undefined || tree.below.size === 0 ? undefined : tree;
}

/** Reads a list of paths; one that leads nowhere in any of the models is reported. */
export function readPaths(
  paths: readonly string[],
  models: readonly Type[],
  at: SpecPath,
  { report, environment }: Integration,
): PathTree {
  const root: PathTree = { below: new Map() };
  for (const [index, text] of paths.entries()) {
    const parsed = parsePath(text);
    const odd = parsed.segments.find((segment) => segment.kind === 'index');
    const problem = parsed.problem ?? (odd && { from: odd.from, to: odd.to, what: 'name fields, or [] for each item' });
    if (problem !== undefined) {
      report.add('FR2010', { found: `'${text}'`, fix: problem.what }, [...at, index], problem);
      continue;
    }
    let tree = root;
    let owners = models;
    for (const segment of parsed.segments) {
      if (segment.kind !== 'field') continue;
      const found = owners.flatMap((owner) => stepInto(owner, segment.name, environment.shapes));
      if (found.length === 0) {
        const known = owners.flatMap((owner) => fieldsOf(owner, environment.shapes));
        const [owner] = owners;
        report.add(
          'FR2003',
          {
            field: segment.name,
            owner: owner === undefined ? 'it' : describeShape(owner.shape),
            suggestion: nearest(segment.name, known),
          },
          [...at, index],
          segment,
        );
        break;
      }
      owners = found;
      const next = tree.below.get(segment.name) ?? { below: new Map() };
      tree.below.set(segment.name, next);
      tree = next;
    }
  }
  return root;
}

function stepInto(owner: Type, field: string, shapes: ShapeTable): readonly Type[] {
  const member = fieldOf(present(throughLists(owner, shapes)), field, shapes);
  return 'found' in member ? [member.found] : [];
}

function fieldsOf(owner: Type, shapes: ShapeTable): readonly string[] {
  const shape = expand(throughLists(owner, shapes).shape, shapes);
  return shape.kind === 'object' ? [...shape.fields.keys()] : [];
}

function throughLists(type: Type, shapes: ShapeTable): Type {
  const shape = expand(type.shape, shapes);
  return shape.kind === 'array' ? throughLists(typeOfShape(shape.item, shapes), shapes) : type;
}
