import { ts } from '../../../emit/syntax/typescript.ts';
import type { GapContract } from '../../contract/contract.ts';
import type { GapProblem } from '../../problem.ts';
import { hiddenData, isLiteral, type HiddenData } from './hidden-data.ts';

/** Entries from which on literals that stand together are a table, which may well contain what an example has. */
const TABLE = 6;

/**
 * Looks for a hidden example that was written into a body: a text of its input that nobody would think of, or two values of it
 * in one condition, or all of them, or the one number or text that it is. Tables are let pass where most of what they say is of no hidden example.
 */
export function copiedExample(body: string, contract: GapContract): GapProblem | undefined {
  const hidden = hiddenData(contract);
  if (hidden.length === 0) return undefined;
  const file = ts.createSourceFile('body.ts', body, ts.ScriptTarget.ESNext, true);
  const literals = literalsIn(file);
  for (const data of hidden) {
    const telling = literals.find(({ node, text }) => isTelling(text, data) && !isInTable(node, hidden));
    const found =
      telling ??
      literals.find(({ node, text }) => text === data.alone && isCompared(node)) ??
      literals.find(({ node }) => isInTellingCondition(node, data) || isInWholeCondition(node, data));
    if (found === undefined) continue;
    const { line, character } = file.getLineAndCharacterOfPosition(found.node.getStart(file));
    return {
      check: 'hidden',
      message: 'this decides for the data of one particular case',
      fix: 'Write the rule for all inputs instead of the results of some',
      line: line + 1,
      column: character + 1,
      example: data.example,
    };
  }
  return undefined;
}

interface Literal {
  readonly node: ts.Node;
  /** In small letters. */
  readonly text: string;
}

/** Texts, numbers and patterns of the code, and the names that its objects give to members; nothing of its types. */
function literalsIn(root: ts.Node): readonly Literal[] {
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    const isName = ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    if (isName || ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || ts.isRegularExpressionLiteral(node))
      found.push({ node, text: node.text.trim().toLowerCase() });
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

function isTelling(text: string, { telling }: HiddenData): boolean {
  if (telling.has(text)) return true;
  // A pattern says the same with more around it.
  return text.startsWith('/') && [...telling].some((one) => text.replaceAll('\\', '').includes(one));
}

function isInTable(node: ts.Node, hidden: readonly HiddenData[]): boolean {
  let table: ts.Node | undefined;
  for (let at = node.parent; !ts.isSourceFile(at) && !ts.isFunctionLike(at); at = at.parent)
    if (ts.isArrayLiteralExpression(at) || ts.isObjectLiteralExpression(at) || ts.isCaseBlock(at)) table = at;
  if (table === undefined) return false;
  const texts = literalsIn(table).filter(({ node: one }) => !ts.isNumericLiteral(one));
  const copied = texts.filter(({ text }) => hidden.some((data) => data.telling.has(text) || data.plain.has(text)));
  return texts.length >= TABLE && copied.length * 2 <= texts.length;
}

/** A literal in a condition in which two values of the example, or more, are compared. */
function isInTellingCondition(node: ts.Node, data: HiddenData): boolean {
  const condition = conditionAround(node);
  if (condition === undefined) return false;
  const compared = literalsIn(condition).filter((literal) => !isThreshold(literal.node));
  const texts = new Set(compared.map(({ text }) => text));
  return [...texts].filter((text) => data.plain.has(text) || data.telling.has(text)).length >= 2;
}

/** A number in a condition that compares all that the example's input is: no rule asks for all of it to be just so. */
function isInWholeCondition(node: ts.Node, { whole }: HiddenData): boolean {
  const condition = whole.length === 0 || !isComparedNumber(node) ? undefined : conditionAround(node);
  if (condition === undefined) return false;
  const compared = new Set(literalsIn(condition).flatMap((one) => (isCompared(one.node) ? [one.text] : [])));
  const names = namesIn(condition);
  return whole.every(({ name, value, text }) => (isLiteral(value) ? compared.has(text) : names.has(name)));
}

function isComparedNumber(node: ts.Node): boolean {
  return ts.isNumericLiteral(node) && isCompared(node);
}

function conditionAround(node: ts.Node): ts.Node | undefined {
  let condition: ts.Node | undefined;
  for (let at = node.parent; ts.isExpression(at); at = at.parent)
    if (ts.isBinaryExpression(at) && at.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) condition = at;
  return condition;
}

function namesIn(root: ts.Node): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** `total >= 417.23` is a rule, which an example may well be at the edge of; `total === 417.23` is a case. */
function isThreshold(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.NumericLiteral && !isCompared(node);
}

function isCompared({ parent }: ts.Node): boolean {
  return ts.isBinaryExpression(parent) ? EQUALITY.has(parent.operatorToken.kind) : ts.isCaseClause(parent);
}

const EQUALITY = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);
