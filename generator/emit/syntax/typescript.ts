import { ts } from 'ts-morph';

/**
 * The TypeScript compiler that ts-morph carries. This folder is the only place that knows it, and importing it takes
 * 200–400 ms: the pipeline imports the emit stage lazily, as a whole.
 */
export { ts };

export type ExpressionNode = ts.Expression;
export type StatementNode = ts.Statement;
export type TypeNode = ts.TypeNode;
export type IdentifierNode = ts.Identifier;
export type ObjectEntryNode = ts.ObjectLiteralElementLike;
