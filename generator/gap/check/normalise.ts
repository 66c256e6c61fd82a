import { ts } from '../../emit/syntax/typescript.ts';
import type { GapContract } from '../contract/contract.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The body in the form that is kept, with what people and models write otherwise set right: without the contract's declarations,
 * its function as a declaration, other types without `export`, and without the name of a caught error that is not
 * used. Lines stay where they are.
 */
export function normalise(
  code: string,
  file: ts.SourceFile,
  contract: GapContract,
  types: ReadonlySet<string>,
): string {
  const edits: Edit[] = [];
  const blank = (start: number, end: number): void =>
    void edits.push({ start, end, text: code.slice(start, end).replaceAll(/[^\n]/g, ' ') });
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      if (types.has(statement.name.text)) blank(statement.getStart(file, true), statement.end);
      else
        for (const word of statement.modifiers ?? [])
          if (word.kind === ts.SyntaxKind.ExportKeyword) blank(word.getStart(file), word.end);
    }
    if (ts.isVariableStatement(statement)) edits.push(...asDeclaration(statement, file, contract));
  }
  const visit = (node: ts.Node): void => {
    if (
      ts.isCatchClause(node) &&
      node.variableDeclaration !== undefined &&
      !mentions(node.block, node.variableDeclaration.name)
    ) {
      const open = code.lastIndexOf('(', node.variableDeclaration.getStart(file));
      blank(open, code.indexOf(')', node.variableDeclaration.end) + 1);
    }
    if (ts.isCallExpression(node)) edits.push(...asSpread(node, file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return apply(code, edits);
}

/** `export const f = (input: I): O => …` as `export function f(input: I): O …`. */
function asDeclaration(statement: ts.VariableStatement, file: ts.SourceFile, contract: GapContract): Edit[] {
  const [declared, second] = statement.declarationList.declarations;
  if (declared === undefined || second !== undefined || declared.type !== undefined) return [];
  if (!ts.isIdentifier(declared.name) || declared.name.text !== contract.functionName) return [];
  const made = declared.initializer;
  if (made === undefined || !ts.isArrowFunction(made) || (made.modifiers?.length ?? 0) > 0) return [];
  const parameters = made.getStart(file);
  if (file.text[parameters] !== '(') return [];
  const edits: Edit[] = [
    { start: statement.declarationList.getStart(file), end: parameters, text: `function ${declared.name.text}` },
    { start: made.equalsGreaterThanToken.getStart(file), end: made.equalsGreaterThanToken.end, text: '' },
  ];
  if (ts.isBlock(made.body)) edits.push({ start: made.body.end, end: statement.end, text: '' });
  else {
    edits.push({ start: made.body.getStart(file), end: made.body.getStart(file), text: '{ return ' });
    edits.push({ start: made.body.end, end: statement.end, text: '; }' });
  }
  return edits;
}

/** `Object.assign({}, a, b)` as `({ ...a, ...b })`, which makes own members of all, and whose type TypeScript knows. */
function asSpread(call: ts.CallExpression, file: ts.SourceFile): Edit[] {
  const [target, second] = call.arguments;
  const last = call.arguments.at(-1);
  if (call.expression.getText(file) !== 'Object.assign' || call.typeArguments !== undefined) return [];
  if (target === undefined || !ts.isObjectLiteralExpression(target) || second === undefined || last === undefined)
    return [];
  if (call.arguments.some((one) => ts.isSpreadElement(one)) || beginsStatement(call, file)) return [];
  const start = call.getStart(file);
  const breaks = (from: number, to: number): string => file.text.slice(from, to).replaceAll(/[^\n]/g, '');
  const sources = target.properties.length === 0 ? call.arguments.slice(1) : call.arguments;
  const open = sources[0]?.getStart(file) ?? start;
  return [
    { start, end: open, text: `({ ...${breaks(start, open)}` },
    ...sources.slice(1).map((one) => ({ start: one.getStart(file), end: one.getStart(file), text: '...' })),
    { start: last.end, end: call.end, text: `${breaks(last.end, call.end)} })` },
  ];
}

/** A bracket there would go on with the statement before. */
function beginsStatement(node: ts.Node, file: ts.SourceFile): boolean {
  const { parent } = node;
  if (parent.getStart(file) !== node.getStart(file)) return false;
  return ts.isStatement(parent) || beginsStatement(parent, file);
}

function mentions(node: ts.Node, name: ts.BindingName): boolean {
  if (!ts.isIdentifier(name)) return true;
  const search = (inner: ts.Node): boolean =>
    (ts.isIdentifier(inner) && inner.text === name.text) ||
    (ts.forEachChild(inner, (child) => search(child) || undefined) ?? false);
  return search(node);
}

function apply(code: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue;
    text += code.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + code.slice(at);
}
