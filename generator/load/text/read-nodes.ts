import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Data } from '../../data/data.ts';
import { diagnostic, type Diagnostic, type RelatedPlace } from '../../diagnostics/diagnostic.ts';
import type { LineIndex } from '../../diagnostics/line-index.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Place } from '../../diagnostics/place.ts';
import { limits } from '../limits.ts';

export interface ReadNodes {
  /** Deep-frozen. Null where there are diagnostics. */
  readonly data: Data;
  /** The node that each alias stands for. */
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A value, how many values it holds in all with aliases written out, and how deep they go. */
interface Read {
  readonly data: Data;
  readonly size: number;
  readonly depth: number;
}

const nothing: Read = { data: null, size: 1, depth: 0 };
const plainTags = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
);

/** Makes plain data of YAML nodes, and refuses what plain data does not have. */
export function readNodes(root: ParsedNode, text: string, index: LineIndex): ReadNodes {
  const diagnostics: Diagnostic[] = [];
  const anchors = new Map<string, ParsedNode>();
  const targets = new Map<Alias, ParsedNode>();
  const done = new Map<ParsedNode, Read>();
  let aliased = 0;

  const placeOf = (node: ParsedNode): Place => index.place(node.range[0], node.range[1]);
  const report = (problem: Diagnostic): Read => {
    diagnostics.push(problem);
    return nothing;
  };

  function read(node: ParsedNode, depth: number): Read {
    if (isAlias(node)) return readAlias(node, depth);
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    const result = readOwn(node, depth);
    done.set(node, result);
    return result;
  }

  function readOwn(node: Exclude<ParsedNode, Alias.Parsed>, depth: number): Read {
    if (node.tag !== undefined && !plainTags.has(node.tag)) {
      const { start, end } = tagRange(text, node.range[0]);
      return report(diagnostic('FR1022', { tag: text.slice(start, end) }, index.place(start, end)));
    }
    if (isScalar(node)) return readScalar(node);
    if (depth > limits.depth)
      return report(diagnostic('FR1027', { limit: limits.depth }, index.place(node.range[0], node.range[0] + 1)));
    return isSeq(node) ? readList(node, depth) : readObject(node, depth);
  }

  function readScalar(node: Scalar.Parsed): Read {
    const { value } = node;
    if (typeof value === 'string' || typeof value === 'boolean' || value === null)
      return { data: value, size: 1, depth: 0 };
    if (typeof value === 'number' && Number.isFinite(value)) return { data: value, size: 1, depth: 0 };
    return report(diagnostic('FR1031', { value: node.source ?? 'this' }, placeOf(node)));
  }

  function readAlias(alias: Alias.Parsed, depth: number): Read {
    const target = anchors.get(alias.source);
    if (target === undefined) {
      return report(
        diagnostic('FR1026', { name: alias.source, suggestion: nearest(alias.source, anchors.keys()) }, placeOf(alias)),
      );
    }
    const known = done.get(target);
    if (known === undefined) return report(diagnostic('FR1032', { name: alias.source }, placeOf(alias)));
    targets.set(alias, target);
    if (depth + known.depth > limits.depth)
      return report(diagnostic('FR1027', { limit: limits.depth }, placeOf(alias)));
    const before = aliased;
    aliased += known.size;
    if (aliased <= limits.aliased) return known;
    return before > limits.aliased ? nothing : report(diagnostic('FR1025', { limit: limits.aliased }, placeOf(alias)));
  }

  function readList(list: YAMLSeq.Parsed, depth: number): Read {
    const items = list.items.map((item) => read(item, depth + 1));
    return collection(Object.freeze(items.map((item) => item.data)), items);
  }

  function readObject(map: YAMLMap.Parsed, depth: number): Read {
    const object: Record<string, Data> = {};
    const keys = new Map<string, ParsedNode>();
    const values: Read[] = [];
    for (const { key, value } of map.items) {
      const name = readKey(key, keys);
      if (value === null && map.flow === true && name !== undefined) report(withoutColon(name, key, map));
      const item = value === null ? nothing : read(value, depth + 1);
      values.push(item);
      if (name !== undefined) object[name] = item.data;
    }
    return collection(Object.freeze(object), values);
  }

  /** The key's text; undefined where it cannot be one. */
  function readKey(key: ParsedNode, keys: Map<string, ParsedNode>): string | undefined {
    const name: unknown = isScalar(key) ? key.value : undefined;
    if (typeof name !== 'string') {
      report(diagnostic('FR1023', { found: foundKey(key) }, placeOf(key)));
      return undefined;
    }
    if (name === '<<' && isScalar(key) && key.type === 'PLAIN')
      report(diagnostic('FR1024', { key: name }, placeOf(key)));
    else if (name === '__proto__') report(diagnostic('FR1028', { key: name }, placeOf(key)));
    else return unlessTwice(name, key, keys);
    return undefined;
  }

  /** In braces, neither ':' nor a value: {order.id}, where '{order.id}' is meant, or a colon that was forgotten. */
  function withoutColon(name: string, key: ParsedNode, map: YAMLMap.Parsed): Diagnostic {
    if (map.items.length === 1) return diagnostic('FR1033', { key: name }, placeOf(map));
    return diagnostic(
      'FR1020',
      { problem: "a key without ':'", fix: "add ': ' and a value, or put quotes around the text" },
      placeOf(key),
    );
  }

  function unlessTwice(name: string, key: ParsedNode, keys: Map<string, ParsedNode>): string | undefined {
    const first = keys.get(name);
    keys.set(name, first ?? key);
    if (first === undefined) return name;
    const related: readonly RelatedPlace[] = [{ place: placeOf(first), message: 'given here first' }];
    report(diagnostic('FR1021', { key: name }, placeOf(key), related));
    return undefined;
  }

  const { data } = read(root, 1);
  return { data: diagnostics.length > 0 ? null : data, targets, diagnostics };
}

/** Where the tag of the node that begins at an offset is written; an anchor may stand between them. */
function tagRange(text: string, node: number): { readonly start: number; readonly end: number } {
  const found = /![^\s,[\]{}]*(?=\s+(?:&\S+\s+)?$)/.exec(text.slice(Math.max(0, node - 500), node));
  if (found === null) return { start: node, end: node + 1 };
  const start = Math.max(0, node - 500) + found.index;
  return { start, end: start + found[0].length };
}

function collection(data: Data, items: readonly Read[]): Read {
  let size = 1;
  let depth = 0;
  for (const item of items) {
    size += item.size;
    depth = Math.max(depth, item.depth);
  }
  return { data, size, depth: depth + 1 };
}

function foundKey(key: ParsedNode): string {
  if (isMap(key)) return 'an object';
  if (isSeq(key)) return 'a list';
  if (isAlias(key)) return 'an alias';
  if (key.value === null) return 'nothing';
  return `the ${typeof key.value} ${key.source}`;
}
