import { isAlias, isMap, isScalar, isSeq, type Alias, type ParsedNode, type YAMLMap } from 'yaml';
import type { LineIndex } from '../../diagnostics/line-index.ts';
import type { Place, SpecPath } from '../../diagnostics/place.ts';
import { scalarRange, type Range } from './scalar-range.ts';

export interface PlaceOptions {
  /** The value (default), or the key that holds it. List items and the root have no key: their own first key stands for it. */
  readonly on?: 'key' | 'value';
  /** Offsets within a scalar's text: only this part of it. */
  readonly from?: number;
  readonly to?: number;
}

/**
 * Finds places in a document. A scalar, an alias and what is in brackets have their exact range; an indented list or object
 * is pointed at by its key. For a path that does not exist it is the nearest thing around it.
 */
export type FindPlace = (path: SpecPath, options?: PlaceOptions) => Place;

interface Step {
  readonly key: ParsedNode | undefined;
  readonly value: ParsedNode | null;
}

export function findPlace(
  text: string,
  index: LineIndex,
  root: ParsedNode,
  targets: ReadonlyMap<Alias, ParsedNode>,
): FindPlace {
  const place = ({ start, end }: Range): Place => index.place(start, end);

  const keyed = pairsByKey();

  return (path, options = {}) => {
    const found = follow(root, path, targets, keyed);
    const exact = found.left === 0;
    const onKey = options.on === 'key' && exact;
    if (!onKey && (found.step.value !== null || found.step.key === undefined)) {
      return place(valueRange(text, found.step, exact ? options : {}));
    }
    return place(keyRange(text, found.step, exact && onKey ? options : {}));
  };
}

/** Goes down as far as the path exists. `left` counts the parts of the path that do not. */
function follow(
  root: ParsedNode,
  path: SpecPath,
  targets: ReadonlyMap<Alias, ParsedNode>,
  keyed: PairsByKey,
): { step: Step; left: number } {
  let step: Step = { key: undefined, value: root };
  for (const [position, part] of path.entries()) {
    const next = child(step.value, part, targets, keyed);
    if (next === undefined) return { step, left: path.length - position };
    step = next;
  }
  return { step, left: 0 };
}

function child(
  node: ParsedNode | null,
  part: string | number,
  targets: ReadonlyMap<Alias, ParsedNode>,
  keyed: PairsByKey,
): Step | undefined {
  if (isAlias(node)) return child(targets.get(node) ?? null, part, targets, keyed);
  if (isSeq(node)) {
    const item = node.items[Number(part)];
    return item === undefined ? undefined : { key: undefined, value: item };
  }
  if (!isMap(node)) return undefined;
  return keyed(node).get(String(part));
}

type PairsByKey = (map: YAMLMap.Parsed) => ReadonlyMap<string, Step>;

/** Each object's keys, looked through once: an object may have thousands, and something to say of each. */
function pairsByKey(): PairsByKey {
  const known = new Map<YAMLMap.Parsed, ReadonlyMap<string, Step>>();
  return (map) => {
    const steps =
      known.get(map) ??
      new Map(
        map.items
          .toReversed()
          .flatMap(({ key, value }) => (isScalar(key) ? [[String(key.value), { key, value }] as const] : [])),
      );
    known.set(map, steps);
    return steps;
  };
}

function valueRange(text: string, { key, value }: Step, options: PlaceOptions): Range {
  if (value === null) return rangeOf(value);
  if (isScalar(value)) {
    const range = scalarRange(text, value, options.from, options.to);
    // An empty value has no text of its own.
    return range.start === range.end && value.type === 'PLAIN' && key !== undefined
      ? keyRange(text, { key, value }, {})
      : range;
  }
  if (isAlias(value) || value.flow === true) return rangeOf(value);
  return keyRange(text, { key, value }, {});
}

function keyRange(text: string, { key, value }: Step, options: PlaceOptions): Range {
  if (isScalar(key)) return scalarRange(text, key, options.from, options.to);
  if (key !== undefined) return rangeOf(key);
  const [first] = isMap(value) || isSeq(value) ? value.items : [];
  if (first === undefined) return isScalar(value) ? scalarRange(text, value, undefined, undefined) : rangeOf(value);
  return 'key' in first
    ? keyRange(text, { key: first.key, value: first.value }, {})
    : valueRange(text, { key: undefined, value: first }, {});
}

function rangeOf(node: ParsedNode | null): Range {
  const [start, end] = node?.range ?? [0, 0];
  return { start, end };
}
