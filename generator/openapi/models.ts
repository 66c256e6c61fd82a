import { below, members, type Node, type OpenApiDocument } from './document.ts';
import { modelNameOf, unique } from './names.ts';

/** The schemas of a document that have a name, each asked for by where it stands. */
export interface ModelNames {
  /** The name of the model that a schema becomes which others refer to. */
  readonly nameOf: (node: Node) => string;
  /** The schema of the model of this name, where the document's components have one. */
  readonly named: (name: string) => Node | undefined;
  readonly names: () => readonly string[];
}

/**
 * Names all that is below `components/schemas` as the document does, as far as the spec language takes it; what else is
 * referred to is named by the last words of its place. A name that is `taken` gets the system's name in front.
 */
export function nameModels(document: OpenApiDocument, system = '', taken: ReadonlySet<string> = new Set()): ModelNames {
  const byPlace = new Map<string, string>();
  const nodes = new Map<string, Node>();
  const add = (node: Node, wanted: string): string => {
    const plain = modelNameOf(wanted);
    const name = unique(taken.has(plain) ? modelNameOf(`${system} ${wanted}`) : plain, nodes);
    byPlace.set(placeOf(node), name);
    nodes.set(name, node);
    return name;
  };
  const schemas = members(below(below(document.root, 'components'), 'schemas'));
  // A name that is one already keeps it, whichever stands first: `Pet` before `pet`.
  for (const [key, node] of schemas.toSorted(([left], [right]) => rank(left) - rank(right))) add(node, key);
  return {
    nameOf: (node) => byPlace.get(placeOf(node)) ?? add(node, wordsFor(node.path)),
    named: (name) => nodes.get(name),
    names: () => [...nodes.keys()],
  };
}

function rank(key: string): number {
  return modelNameOf(key) === key ? 0 : 1;
}

function placeOf({ file, path }: Node): string {
  return JSON.stringify([file, ...path]);
}

/** Keys of a place that say nothing of what stands there. */
const SILENT = /^(?:\d+|schema|schemas|properties|items|components|content|definitions|\$defs|[a-z]+\/[\w.+*-]+)$/;

function wordsFor(path: readonly string[]): string {
  const words = path.filter((key) => !SILENT.test(key));
  return words.length === 0 ? 'Schema' : words.slice(-2).join(' ');
}
