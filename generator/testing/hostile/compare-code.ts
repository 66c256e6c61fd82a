import { codeTree, type CodeNode } from './code-tree.ts';
import type { Expectation } from './expectation.ts';

/** Comments that tools obey. */
const DIRECTIVE =
  /@ts-(?:nocheck|ignore|expect-error|check)|(?:eslint|oxlint|prettier|oxfmt|v8|c8)[- :](?:disable|ignore)/;

/** What differs between a file and its harmless twin, but for the texts; undefined where nothing does. */
export function compareCode(path: string, text: string, twin: string, expected: Expectation): string | undefined {
  const difference = compare(codeTree(path, text), codeTree(path, twin), expected);
  return difference === undefined ? directive(path, text) : `${path}: ${difference}`;
}

/** What the generator brings into the order of its names, which a hostile one changes. */
const BY_NAME =
  /^(?:SourceFile|NamedImports|ObjectLiteralExpression|TypeLiteral|InterfaceDeclaration|UnionType|ArrayLiteralExpression|Block|Logical\d+)$/;

function compare(node: CodeNode, twin: CodeNode, expected: Expectation): string | undefined {
  if (node.kind !== twin.kind || !isSame(node, twin, expected)) return differs(node, twin);
  if (node.children.length !== twin.children.length) return differs(node, twin);
  if (BY_NAME.test(node.kind)) return compareSets(node, twin, expected);
  for (const [index, child] of twin.children.entries()) {
    const found = node.children[index];
    const difference = found === undefined ? differs(node, child) : compare(found, child, expected);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function isSame(node: CodeNode, twin: CodeNode, { fits, isMarked }: Expectation): boolean {
  if (fits(twin.text, node.text)) return true;
  // Names of variables are made from texts, and those that would be the same are numbered.
  if (node.kind === 'Identifier' || node.kind === 'name')
    return isMarked(twin.text) || withoutNumber(node.text) === withoutNumber(twin.text);
  // A pattern is spelled as it may stand between slashes.
  if (node.kind === 'RegularExpressionLiteral') return isMarked(twin.text);
  return isHash(node.text) && isHash(twin.text);
}

function withoutNumber(name: string): string {
  return name.replace(/\d+$/, '');
}

/** Each has its counterpart, mostly in the same place. Those with a hostile text, which fit more than one, choose last. */
function compareSets(node: CodeNode, twin: CodeNode, expected: Expectation): string | undefined {
  const left = new Map(node.children.entries());
  const children = [...twin.children.entries()];
  const marked = new Set(children.filter(([, child]) => hasMark(child, expected)));
  const others = children.filter((child) => !marked.has(child));
  const moved = others.filter(([index, child]) => {
    const found = left.get(index);
    const stays = found !== undefined && compare(found, child, expected) === undefined;
    if (stays) left.delete(index);
    return !stays;
  });
  for (const [index, child] of [...moved, ...marked]) {
    const [at] = [...left].find(([, one]) => compare(one, child, expected) === undefined) ?? [];
    if (at === undefined) {
      const other = left.get(index) ?? [...left.values()][0];
      return other === undefined ? differs(node, twin) : compare(other, child, expected);
    }
    left.delete(at);
  }
  return undefined;
}

function hasMark(node: CodeNode, expected: Expectation): boolean {
  return expected.isMarked(node.text) || node.children.some((child) => hasMark(child, expected));
}

/** Of what the spec says. */
function isHash(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}

function differs(node: CodeNode, twin: CodeNode): string {
  const [shown, other] = [node, twin].map((one) => JSON.stringify(one).slice(0, 300));
  return `${shown} in the place of ${other}`;
}

function directive(path: string, text: string): string | undefined {
  const line = text.split('\n').find((one) => /^\s*(?:\/\/|\/?\*)/.test(one) && DIRECTIVE.test(one));
  return line === undefined ? undefined : `${path}: a comment that a tool obeys: ${line.trim()}`;
}
