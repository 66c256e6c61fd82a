import { withDoc } from './comment.ts';
import { parameter, type Parameter } from './functions.ts';
import { identifier } from './identifier.ts';
import { fieldSignature, type FieldType } from './types.ts';
import { ts, type ExpressionNode, type StatementNode, type TypeNode } from './typescript.ts';

/** A declaration at the top of a file. */
export type Declaration = StatementNode;

interface Declared {
  readonly name: string;
  readonly doc?: string | undefined;
  /** Exported unless this says false. */
  readonly exported?: boolean;
}

export interface FunctionDeclaration extends Declared {
  readonly parameters: readonly Parameter[];
  readonly returns?: TypeNode;
  readonly body: readonly StatementNode[];
  readonly async?: boolean;
}

export function functionDeclaration(of: FunctionDeclaration): Declaration {
  const modifiers =
    of.async === true ? [...exportOf(of), ts.factory.createModifier(ts.SyntaxKind.AsyncKeyword)] : exportOf(of);
  const block = ts.factory.createBlock(of.body, true);
  return withDoc(
    ts.factory.createFunctionDeclaration(
      modifiers,
      undefined,
      identifier(of.name),
      undefined,
      of.parameters.map(parameter),
      of.returns,
      block,
    ),
    of.doc,
  );
}

export interface ConstDeclaration extends Declared {
  readonly type?: TypeNode;
  readonly value: ExpressionNode;
}

export function constDeclaration(of: ConstDeclaration): Declaration {
  const declaration = ts.factory.createVariableDeclaration(identifier(of.name), undefined, of.type, of.value);
  return withDoc(
    ts.factory.createVariableStatement(
      exportOf(of),
      ts.factory.createVariableDeclarationList([declaration], ts.NodeFlags.Const),
    ),
    of.doc,
  );
}

export interface InterfaceDeclaration extends Declared {
  readonly extends?: readonly TypeNode[];
  readonly fields: readonly FieldType[];
}

export function interfaceDeclaration(of: InterfaceDeclaration): Declaration {
  const bases =
    of.extends
      ?.filter(ts.isTypeReferenceNode)
      .map(({ typeName, typeArguments }) =>
        ts.factory.createExpressionWithTypeArguments(nameOf(typeName), typeArguments),
      ) ?? [];
  const heritage =
    bases.length === 0 ? undefined : [ts.factory.createHeritageClause(ts.SyntaxKind.ExtendsKeyword, bases)];
  const members = of.fields.map(fieldSignature);
  return withDoc(
    ts.factory.createInterfaceDeclaration(exportOf(of), identifier(of.name), undefined, heritage, members),
    of.doc,
  );
}

export interface TypeDeclaration extends Declared {
  readonly type: TypeNode;
}

export function typeDeclaration(of: TypeDeclaration): Declaration {
  return withDoc(ts.factory.createTypeAliasDeclaration(exportOf(of), identifier(of.name), undefined, of.type), of.doc);
}

function exportOf({ exported }: Declared): ts.Modifier[] {
  return exported === false ? [] : [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
}

function nameOf(name: ts.EntityName): ts.Identifier {
  if (!ts.isIdentifier(name)) throw new TypeError('An interface extends a type by its plain name');
  return name;
}
