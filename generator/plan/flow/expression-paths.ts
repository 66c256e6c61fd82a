import { parseAt, parseExpression } from '../../expression/parse.ts';

/** The paths that an expression reads, in order, each once: `order.lines` of `order.lines.map(l => l.sku).length`. */
export function expressionPaths(text: string): readonly string[] {
  const parsed = parseExpression(text);
  return parsed.ok === undefined ? [] : [...new Set(read(parsed.ok, text, new Set()))];
}

/** The same of a text in which `{expression}` stands for a value. */
export function templatePaths(text: string): readonly string[] {
  const paths: string[] = [];
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at + 1)) {
    if (text.charAt(at + 1) === '{') {
      at += 1;
      continue;
    }
    const parsed = parseAt(text, at + 1);
    if (parsed.ok === undefined) continue;
    paths.push(...read(parsed.ok, text, new Set()));
    at = parsed.ok.end;
  }
  return [...new Set(paths)];
}

/** `bound`: names of the functions around. */
function read(node: unknown, text: string, bound: ReadonlySet<string>): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((one) => read(one, text, bound));
  if (!isNode(node)) return [];
  switch (node['type']) {
    case 'Identifier':
      return typeof node['name'] === 'string' && !bound.has(node['name']) && node['name'] !== 'undefined'
        ? [node['name']]
        : [];
    case 'MemberExpression': {
      const root = rootOf(node);
      return root === undefined
        ? read(node['object'], text, bound)
        : bound.has(root)
          ? []
          : [text.slice(Number(node['start']), Number(node['end'])).replaceAll('?.', '.')];
    }
    case 'CallExpression': {
      const { callee } = node;
      const of = isNode(callee) && callee['type'] === 'MemberExpression' ? read(callee['object'], text, bound) : [];
      return [...of, ...read(node['arguments'], text, bound)];
    }
    case 'ArrowFunctionExpression': {
      const names = Array.isArray(node['params'])
        ? node['params'].flatMap((one: unknown) => (isNode(one) ? String(one['name']) : []))
        : [];
      return read(node['body'], text, new Set([...bound, ...names]));
    }
    case 'Property':
      return read(node['value'], text, bound);
    default:
      return Object.values(node).flatMap((inner) => read(inner, text, bound));
  }
}

/** The name that a chain of fields begins with; undefined where it begins with something else. */
function rootOf(node: Readonly<Record<string, unknown>>): string | undefined {
  const { object } = node;
  if (!isNode(object)) return undefined;
  if (object['type'] === 'Identifier') return String(object['name']);
  return object['type'] === 'MemberExpression' ? rootOf(object) : undefined;
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && 'type' in value;
}
