import type { Operation } from '../../../expression/expression.ts';
import { anyKeySymbol } from '../../tables/index.ts';
import { call, element, literal, method, type ExpressionNode } from '../../syntax/index.ts';
import type { Scope } from '../scope.ts';

/** Lookups, encodings, parts of texts. */
export function dataFunction(
  op: Operation,
  value: ExpressionNode,
  { context: { imports, plan } }: Scope,
): ExpressionNode | undefined {
  switch (op.op) {
    case 'lookup': {
      const table = plan.tables.find((one) => one.id === op.table);
      if (table === undefined) throw new TypeError(`The plan has no table '${op.table}'`);
      return op.total === true
        ? element(imports.use(table.symbol), value)
        : method(imports.use(anyKeySymbol(table)), 'get', [value]);
    }
    case 'json':
      return call(imports.useRuntime(op.does === 'parse' ? 'parseJson' : 'toJson'), [value]);
    case 'base64':
      return call(imports.useRuntime(op.does === 'encode' ? 'base64Encode' : 'base64Decode'), [value]);
    case 'hash':
      return call(imports.useRuntime('hash'), [value, literal(op.algorithm)]);
    case 'queryParam':
      return call(imports.useRuntime('queryParam'), [value, literal(op.name)]);
    case 'nonEmpty':
    case 'entries':
    case 'fromEntries':
      return call(imports.useRuntime(op.op), [value]);
    default:
      return undefined;
  }
}
