import { ts } from '../../../emit/syntax/typescript.ts';
import type { Hardening } from './hardening.ts';

/**
 * Whether the type of a cast names something that only casts name. A cast that becomes a call would leave it unused, and outputs are
 * compiled without anything that is.
 */
export function isLastUse(node: ts.AsExpression, to: Hardening): boolean {
  return namesIn(node.type).some(
    (name) => to.checker.getSymbolAtLocation(name)?.declarations?.some(isLocal) === true && !isUsed(name.text, to.file),
  );
}

function namesIn(node: ts.Node): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) found.push(node.typeName);
  if (ts.isTypeQueryNode(node) && ts.isIdentifier(node.exprName)) found.push(node.exprName);
  ts.forEachChild(node, (child) => void found.push(...namesIn(child)));
  return found;
}

/** A declaration of the body's own: those of the contract are exported. */
function isLocal(node: ts.Declaration): boolean {
  const isNamed = ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isVariableDeclaration(node);
  return isNamed && (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) === 0;
}

/** Whether a name stands anywhere but where it is declared, and in the types of casts. */
function isUsed(name: string, node: ts.Node): boolean {
  if (ts.isAsExpression(node)) return isUsed(name, node.expression);
  if (ts.isIdentifier(node) && node.text === name) return !('name' in node.parent && node.parent.name === node);
  return ts.forEachChild(node, (child) => (isUsed(name, child) ? true : undefined)) ?? false;
}
