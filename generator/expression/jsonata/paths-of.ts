import type { Node } from './node.ts';
import { parseJsonata } from './parse.ts';

/** The paths that an expression reads of its source, as far as they are plain: nothing of a text that does not parse. */
export function jsonataPaths(text: string): readonly string[] {
  const parsed = parseJsonata(text);
  return parsed.ok === undefined ? [] : [...new Set(pathsOf(parsed.ok))];
}

function pathsOf(node: Node): readonly string[] {
  switch (node.kind) {
    case 'path': {
      const end = node.steps.findIndex((step) => step.kind !== 'field' || step.filters.length > 0);
      const names = (end === -1 ? node.steps : node.steps.slice(0, end + 1)).flatMap((step) =>
        step.kind === 'field' ? [step.name] : [],
      );
      const [first] = node.steps;
      return names.length > 0 ? [names.join('.')] : first === undefined ? [] : pathsOf(first);
    }
    case 'binary':
      return [...pathsOf(node.left), ...pathsOf(node.right)];
    case 'negative':
      return pathsOf(node.of);
    case 'list':
      return node.items.flatMap(pathsOf);
    case 'object':
      return node.entries.flatMap(([, value]) => pathsOf(value));
    case 'call':
      return node.args.flatMap(pathsOf);
    case 'condition':
      return [node.test, node.then, ...(node.else === undefined ? [] : [node.else])].flatMap(pathsOf);
    case 'block':
      return node.of.flatMap(pathsOf);
    case 'bind':
      return pathsOf(node.value);
    case 'function':
      return pathsOf(node.body);
    default:
      return [];
  }
}
