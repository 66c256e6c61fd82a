import { commentLines, identifier, printNode, printStatements, type ExpressionNode, type Imports, type StatementNode, type TypeNode } from '../syntax/index.ts';

/**
 * Declarations of a file as text, every part of it printed from syntax nodes. Not as structures of ts-morph: its writer
 * guesses where strings and patterns end, and closes comments that are none (`/\/\*$/u`, `'\\'`), which breaks the file.
 */
export interface FunctionText {
  readonly name: string;
  readonly exported: boolean;
  readonly parameters: readonly { readonly name: string; readonly type: TypeNode }[];
  readonly returns: TypeNode;
  readonly body: readonly StatementNode[];
}

export function functionText({ name, exported, parameters, returns, body }: FunctionText): string {
  const list = parameters.map((one) => `${identifier(one.name).text}: ${printNode(one.type)}`).join(', ');
  return `${exported ? 'export ' : ''}function ${identifier(name).text}(${list}): ${printNode(returns)} {\n${printStatements(body)}\n}`;
}

export interface ConstantText {
  readonly name: string;
  readonly exported: boolean;
  readonly type?: TypeNode | undefined;
  readonly value: ExpressionNode;
}

export function constantText({ name, exported, type, value }: ConstantText): string {
  return `${exported ? 'export ' : ''}const ${identifier(name).text}${type === undefined ? '' : `: ${printNode(type)}`} = ${printNode(value)};`;
}

/** A text as doc comment. */
export function docComment(text: string): string {
  const lines = commentLines(text.trim());
  return lines.length > 1 ? `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */` : `/** ${lines.join('')} */`;
}

/** The import lines. Specifiers and names are the plan's, which the imports have checked. */
export function importText(imports: Imports): string {
  return imports
    .structures()
    .map(({ isTypeOnly, moduleSpecifier, namedImports }) => {
      const names = Array.isArray(namedImports) ? namedImports.map(importedName) : [];
      return `import ${isTypeOnly === true ? 'type ' : ''}{ ${names.join(', ')} } from '${moduleSpecifier}';`;
    })
    .join('\n');
}

function importedName(of: unknown): string {
  if (typeof of !== 'object' || of === null || !('name' in of) || typeof of.name !== 'string') throw new TypeError('an import without a name');
  const alias = 'alias' in of && typeof of.alias === 'string' ? ` as ${of.alias}` : '';
  return `${'isTypeOnly' in of && of.isTypeOnly === true ? 'type ' : ''}${of.name}${alias}`;
}
