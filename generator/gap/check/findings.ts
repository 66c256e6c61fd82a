import { ts } from '../../emit/syntax/typescript.ts';
import type { Body, Finding, Report } from './body.ts';
import { provenBy } from './claims.ts';
import { checkPattern } from './regex/check-pattern.ts';
import { checkExports, checkTopLevel } from './rules/declarations.ts';
import { ALLOWED, refusalOf } from './rules/kinds.ts';
import type { Scope } from './rules/scope.ts';
import { checkSyntax } from './rules/syntax.ts';
import { checkValues } from './rules/values.ts';

export interface Found {
  /** Grows when `report` is called. */
  readonly findings: Finding[];
  readonly report: Report;
  readonly gap: ts.FunctionDeclaration | undefined;
  /** Of the body, in their order. */
  readonly statements: readonly ts.Statement[];
}

/** What the rules say of a body: of its form, of its names and values, of its patterns. */
export function findingsOf(body: Body, file: ts.SourceFile, checker: ts.TypeChecker): Found {
  const start = body.types.length;
  const findings: Finding[] = [];
  const add: Report = (at, message, fix) => void findings.push({ at: at - start, message, fix });
  const own = file.statements.filter((statement) => statement.getStart(file) < start);
  const statements = file.statements.filter((statement) => statement.getStart(file) >= start);
  const scope: Scope = { file, checker, contract: body.contract, fields: fieldsOf(own), report: add };
  const gap = checkExports(statements, scope);
  for (const statement of statements) {
    checkTopLevel(statement, scope);
    checkTypeName(statement, own, scope);
    walk(statement, scope);
  }
  // Where anything is wrong, TypeScript takes what follows from it for `any`: that is no problem of its own.
  if (findings.length === 0) for (const statement of statements) checkKnown(statement, scope);
  return { findings, report: add, gap, statements };
}

function walk(node: ts.Node, scope: Scope): void {
  const proven = provenBy(node);
  if (proven !== undefined) return walk(proven, scope);
  if (!ALLOWED.has(node.kind)) {
    scope.report(node.getStart(scope.file), ...refusalOf(node));
    // What it holds is of no interest: it goes as a whole.
    if (
      ts.isClassLike(node) ||
      ts.isModuleDeclaration(node) ||
      ts.isImportDeclaration(node) ||
      ts.isEnumDeclaration(node) ||
      ts.isConditionalTypeNode(node)
    )
      return;
  }
  checkSyntax(node, scope);
  checkValues(node, scope);
  if (ts.isRegularExpressionLiteral(node)) checkPattern(node, scope);
  ts.forEachChild(node, (child) => walk(child, scope));
}

/** Said of a value of type `any`. */
export const NOTHING_KNOWN = 'nothing is known of this value';

/** `any` would let a value go unchecked to wherever it is taken. */
function checkKnown(node: ts.Node, scope: Scope): void {
  const isRead = ts.isCallExpression(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  const isNamed =
    (ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isParameter(node)) && ts.isIdentifier(node.name);
  if (isRead || isNamed) {
    const type = scope.checker.getTypeAtLocation(node);
    if ((type.flags & ts.TypeFlags.Any) !== 0) {
      scope.report(
        node.getStart(scope.file),
        NOTHING_KNOWN,
        'give it a type: declare the const with one, or name the parameters and result of the function',
      );
      return;
    }
  }
  ts.forEachChild(node, (child) => checkKnown(child, scope));
}

function fieldsOf(types: readonly ts.Statement[]): Set<string> {
  const fields = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && (ts.isIdentifier(node.name) || ts.isStringLiteralLike(node.name)))
      fields.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  types.forEach(visit);
  return fields;
}

/** A function or constant named as one of the contract's types would hide it. */
function checkTypeName(statement: ts.Statement, own: readonly ts.Statement[], scope: Scope): void {
  if (!ts.isFunctionDeclaration(statement) || statement.name === undefined) return;
  const names = new Set(
    own.flatMap((one) => (ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one) ? [one.name.text] : [])),
  );
  if (names.has(statement.name.text))
    scope.report(
      statement.name.getStart(scope.file),
      `'${statement.name.text}' is a type of the contract`,
      'use another name',
    );
}
