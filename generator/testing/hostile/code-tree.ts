import { ts } from '../../emit/syntax/typescript.ts';

/** A node of a syntax tree. Comments and layout are no part of it. */
export interface CodeNode {
  readonly kind: string;
  /** Of a leaf. A literal's is what it stands for when the code runs. */
  readonly text: string;
  readonly children: readonly CodeNode[];
}

/** A file's syntax tree; whether it is one is what the type check finds out. */
export function codeTree(path: string, text: string): CodeNode {
  return nodeOf(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
}

function nodeOf(node: ts.Node): CodeNode {
  if (ts.isParenthesizedExpression(node)) return nodeOf(node.expression);
  // `of.name` and `of['name']` are one thing, and so are a quoted and a plain key.
  if (ts.isPropertyAccessExpression(node)) {
    const children = [node.expression, ...(node.questionDotToken === undefined ? [] : [node.questionDotToken])];
    const name = { kind: 'name', text: node.name.text, children: [] };
    return { kind: 'ElementAccessExpression', text: '', children: [...children.map(nodeOf), name] };
  }
  if (ts.isStringLiteralLike(node)) return leaf(isName(node) ? 'name' : 'literal', node.text);
  if (ts.isIdentifier(node)) return leaf(isName(node) ? 'name' : 'Identifier', node.text);
  if (ts.isBinaryExpression(node) && isLogical(node)) {
    const [left, right] = [nodeOf(node.left), nodeOf(node.right)];
    // One node for a chain: its parts may be in the order of names.
    const kind = `Logical${String(node.operatorToken.kind)}`;
    return { kind, text: '', children: [...(left.kind === kind ? left.children : [left]), right] };
  }
  const children: CodeNode[] = [];
  ts.forEachChild(node, (child) => {
    children.push(nodeOf(child));
  });
  return { kind: kindOf(node), text: textOf(node), children };
}

function isLogical({ operatorToken }: ts.BinaryExpression): boolean {
  return [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken].includes(operatorToken.kind);
}

function leaf(kind: string, text: string): CodeNode {
  return { kind, text, children: [] };
}

/** Whether a text stands where a field is named. */
function isName(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node;
  return (
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isBindingElement(parent)) &&
    (parent.name === node || ('propertyName' in parent && parent.propertyName === node))
  );
}

function kindOf(node: ts.Node): string {
  const operator = ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node) ? String(node.operator) : '';
  const declared = ts.isVariableDeclarationList(node) ? String(node.flags & ts.NodeFlags.BlockScoped) : '';
  return `${ts.SyntaxKind[node.kind]}${operator}${declared}`;
}

function textOf(node: ts.Node): string {
  if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) return node.text;
  if (ts.isNumericLiteral(node) || ts.isRegularExpressionLiteral(node)) return node.text;
  return '';
}
