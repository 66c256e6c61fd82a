import { StructureKind, VariableDeclarationKind, type StatementStructures } from 'ts-morph';
import { commentLines } from './comment.ts';
import type { Parameter } from './functions.ts';
import { identifier } from './identifier.ts';
import { propertyName } from './literal.ts';
import { printNode, printStatements } from './print.ts';
import type { FieldType } from './types.ts';
import type { ExpressionNode, StatementNode, TypeNode } from './typescript.ts';

export type Declaration = StatementStructures;

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
  return {
    ...declared(of, StructureKind.Function),
    isAsync: of.async === true,
    parameters: of.parameters.map((parameter) => ({
      name: identifier(parameter.name).text,
      hasQuestionToken: parameter.optional === true,
      ...(parameter.type !== undefined && { type: printNode(parameter.type) }),
      ...(parameter.value !== undefined && { initializer: printNode(parameter.value) }),
    })),
    ...(of.returns !== undefined && { returnType: printNode(of.returns) }),
    statements: [printStatements(of.body)],
  };
}

export interface ConstDeclaration extends Declared {
  readonly type?: TypeNode;
  readonly value: ExpressionNode;
}

export function constDeclaration({ name, doc, exported, type, value }: ConstDeclaration): Declaration {
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: exported !== false,
    docs: docs(doc),
    declarations: [{ name: identifier(name).text, ...(type !== undefined && { type: printNode(type) }), initializer: printNode(value) }],
  };
}

export interface InterfaceDeclaration extends Declared {
  readonly extends?: readonly TypeNode[];
  readonly fields: readonly (FieldType & { readonly doc?: string | undefined })[];
}

export function interfaceDeclaration(of: InterfaceDeclaration): Declaration {
  return {
    ...declared(of, StructureKind.Interface),
    ...(of.extends !== undefined && { extends: of.extends.map(printNode) }),
    properties: of.fields.map((field) => ({
      name: printNode(propertyName(field.name)),
      type: printNode(field.type),
      hasQuestionToken: field.optional === true,
      isReadonly: field.readonly === true,
      docs: docs(field.doc),
    })),
  };
}

export interface TypeDeclaration extends Declared {
  readonly type: TypeNode;
}

export function typeDeclaration(of: TypeDeclaration): Declaration {
  return { ...declared(of, StructureKind.TypeAlias), type: printNode(of.type) };
}

function declared<K extends StructureKind>({ name, doc, exported }: Declared, kind: K): { kind: K; name: string; isExported: boolean; docs: { description: string }[] } {
  return { kind, name: identifier(name).text, isExported: exported !== false, docs: docs(doc) };
}

function docs(doc: string | undefined): { description: string }[] {
  const text = doc === undefined ? '' : commentLines(doc.trim()).join('\n');
  return text === '' ? [] : [{ description: text }];
}
