import { atPointer, pointerPath } from '../shape/json-pointer.ts';
import { isSchemaObject, type SchemaObject } from '../shape/json-schema.ts';

/** A part of a document: its value, the file that it stands in (absolute), and the keys that lead to it. */
export interface Node {
  readonly value: unknown;
  readonly file: string;
  readonly path: readonly string[];
}

/** A reference that leads nowhere: its text, and the part that holds it. */
export interface BrokenReference {
  readonly to: string;
  readonly at: Node;
}

/** An OpenAPI document, with the files that it refers to. */
export interface OpenApiDocument {
  readonly root: Node;
  /** Where the `$ref` of a part leads; undefined where it has none, or that is nowhere. */
  readonly step: (node: Node) => Node | undefined;
  /** The part itself, or what its `$ref` leads to in the end; its value is undefined where that is nowhere. */
  readonly follow: (node: Node) => Node;
  /** What was found to lead nowhere so far, each once. */
  readonly broken: () => readonly BrokenReference[];
}

/** How many references lead on from one to the next at most: a longer chain refers to itself. */
const MAX_CHAIN = 50;

/** `files`: what each file holds, by its absolute path; `resolve` makes an absolute path of a reference within a file. */
export function openDocument(
  file: string,
  files: (path: string) => unknown,
  resolve: (from: string, reference: string) => string,
): OpenApiDocument {
  const broken = new Map<string, BrokenReference>();
  const step = (node: Node, to: string): Node | undefined => {
    const [name = '', fragment = ''] = to.split('#', 2);
    const target = name === '' ? node.file : resolve(node.file, to);
    const value = atPointer(files(target), fragment);
    return value === undefined ? undefined : { value, file: target, path: pointerPath(fragment) };
  };
  return {
    root: { value: files(file), file, path: [] },
    step(node) {
      const to = referenceOf(node.value);
      return to === undefined ? undefined : step(node, to);
    },
    follow(node) {
      let current = node;
      for (let chain = 0; chain < MAX_CHAIN; chain += 1) {
        const to = referenceOf(current.value);
        if (to === undefined) return current;
        const next = step(current, to);
        if (next === undefined) {
          broken.set(`${current.file} ${to}`, { to, at: current });
          break;
        }
        current = next;
      }
      return { ...current, value: undefined };
    },
    broken: () => [...broken.values()],
  };
}

/** The text of a `$ref`; undefined where the value has none. */
export function referenceOf(value: unknown): string | undefined {
  return isSchemaObject(value) && typeof value['$ref'] === 'string' ? value['$ref'] : undefined;
}

/** The part below one by a key; its value is undefined where there is none. */
export function below(node: Node, key: string | number): Node {
  const { value } = node;
  const found =
    typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  return { value: found, file: node.file, path: [...node.path, String(key)] };
}

/** The parts within an object, by their keys. */
export function members(node: Node): readonly (readonly [string, Node])[] {
  return isSchemaObject(node.value) ? Object.keys(node.value).map((key) => [key, below(node, key)] as const) : [];
}

/** The parts of a list. */
export function items(node: Node): readonly Node[] {
  return Array.isArray(node.value) ? node.value.map((_, index) => below(node, index)) : [];
}

/** The value as an object; an empty one where it is none. */
export function objectOf(node: Node): SchemaObject {
  return isSchemaObject(node.value) ? node.value : {};
}

export function textOf(node: Node): string | undefined {
  return typeof node.value === 'string' && node.value !== '' ? node.value : undefined;
}
