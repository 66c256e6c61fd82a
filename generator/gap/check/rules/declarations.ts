import { ts } from '../../../emit/syntax/typescript.ts';
import { isOfLibrary, report, type Scope } from './scope.ts';

/** The function that the contract asks for; reports everything that is exported besides, and a signature that differs. */
export function checkExports(statements: readonly ts.Statement[], scope: Scope): ts.FunctionDeclaration | undefined {
  const { functionName, signature } = scope.contract;
  const gap = statements.find(
    (statement): statement is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(statement) && statement.name?.text === functionName,
  );
  for (const statement of statements) {
    if (statement !== gap && ts.canHaveModifiers(statement)) {
      for (const word of ts.getModifiers(statement) ?? []) {
        if (word.kind === ts.SyntaxKind.ExportKeyword)
          report(scope, word, `only '${functionName}' may be exported`, "leave out 'export' here");
      }
    }
  }
  if (gap === undefined) {
    scope.report(
      statements[0]?.getStart(scope.file) ?? scope.file.end,
      `the function '${functionName}' is missing`,
      `write: ${signature} { … }`,
    );
    return undefined;
  }
  if (!keepsSignature(gap, scope)) {
    report(scope, gap, `'${functionName}' does not have the signature of its contract`, `write: ${signature} { … }`);
  }
  return gap;
}

function keepsSignature(gap: ts.FunctionDeclaration, scope: Scope): boolean {
  const { inputType, outputType } = scope.contract;
  const [parameter, second] = gap.parameters;
  if (gap.modifiers?.length !== 1 || gap.modifiers[0]?.kind !== ts.SyntaxKind.ExportKeyword) return false;
  if (gap.typeParameters !== undefined || gap.asteriskToken !== undefined || gap.body === undefined) return false;
  if (parameter === undefined || second !== undefined || parameter.questionToken !== undefined) return false;
  if (parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined) return false;
  return parameter.type?.getText(scope.file) === inputType && gap.type?.getText(scope.file) === outputType;
}

/** What may stand outside of functions: declarations, and constants that no call can change. */
export function checkTopLevel(statement: ts.Statement, scope: Scope): void {
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  )
    return;
  if (ts.isEmptyStatement(statement)) return;
  if (!ts.isVariableStatement(statement)) {
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) || ts.isExportAssignment(statement))
      return;
    if (ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement))
      return;
    report(
      scope,
      statement,
      'a statement outside of a function is not allowed',
      'move it into the function; outside stand functions, constants and types',
    );
    return;
  }
  if ((statement.declarationList.flags & ts.NodeFlags.Const) === 0) {
    report(
      scope,
      statement,
      'a variable outside of a function is not allowed: one call would see what another one left',
      'make it a const, or move it into the function',
    );
  }
  for (const declaration of statement.declarationList.declarations) {
    checkDefaults(declaration.name, scope);
    checkConstant(declaration, scope);
  }
}

/** `const { list = [] } = …`: what stands for a missing value is no part of the table, and would not be frozen. */
function checkDefaults(name: ts.BindingName, scope: Scope): void {
  if (ts.isIdentifier(name)) return;
  for (const element of name.elements) {
    if (ts.isOmittedExpression(element)) continue;
    const { initializer } = element;
    const isKept = element.dotDotDotToken !== undefined || (initializer !== undefined && !isLiteral(initializer));
    if (isKept)
      report(
        scope,
        element,
        'a pattern outside of functions takes no rest and no default',
        'write a const of its own for the value',
      );
    checkDefaults(element.name, scope);
  }
}

function isLiteral(node: ts.Expression): boolean {
  return (
    ts.isLiteralExpression(node) || node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword
  );
}

function checkConstant(declaration: ts.VariableDeclaration, scope: Scope): void {
  const type = scope.checker.getTypeAtLocation(declaration.name);
  if (type.symbol?.name === 'Date') {
    report(
      scope,
      declaration,
      'a Date outside of a function could be changed by a call',
      'keep its ISO text or its milliseconds (Date.UTC(…)) there',
    );
  }
  if (
    declaration.initializer !== undefined &&
    holdsFunctions(type, scope, new Set()) &&
    makesFunctions(declaration.initializer)
  ) {
    report(
      scope,
      declaration,
      'a function that is made by a call outside of functions could keep state between calls',
      'write it as a function of its own',
    );
  }
}

/** A call that runs when the file is loaded. */
function makesFunctions(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isCallExpression(node)) return true;
  return ts.forEachChild(node, (child) => makesFunctions(child) || undefined) ?? false;
}

/** Whether a value of a type can hold a function, in whatever depth. */
function holdsFunctions(type: ts.Type, scope: Scope, seen: Set<ts.Type>): boolean {
  if (seen.has(type) || seen.size > MOST_TYPES) return false;
  seen.add(type);
  if (type.getCallSignatures().length > 0) return true;
  if (type.isUnionOrIntersection()) return type.types.some((part) => holdsFunctions(part, scope, seen));
  const items = isReference(type) ? scope.checker.getTypeArguments(type) : [];
  const index = type.getStringIndexType() ?? type.getNumberIndexType();
  if ([...items, ...(index === undefined ? [] : [index])].some((part) => holdsFunctions(part, scope, seen)))
    return true;
  return type.getProperties().some((property) => {
    // Those of a mapped type are declared nowhere.
    if (isOfLibrary(property)) return false;
    return holdsFunctions(scope.checker.getTypeOfSymbol(property), scope, seen);
  });
}

/** Types that are looked through; no table has as many. */
const MOST_TYPES = 500;

function isReference(type: ts.Type): type is ts.TypeReference {
  return (type.flags & ts.TypeFlags.Object) !== 0 && 'target' in type;
}
