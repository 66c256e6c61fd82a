import type { Type } from '../../shape/type.ts';
import type * as s from '../syntax/index.ts';
import type { ClientScope } from './client-scope.ts';

/** The function that checks a response against its model. The plan gives every response a named model that has one. */
export function responseParser(response: Type, { plan, imports }: ClientScope): s.ExpressionNode {
  const name = response.ref?.kind === 'model' ? response.ref.name : undefined;
  const model = plan.models.find((one) => one.id === name);
  if (model?.parsers.response === undefined)
    throw new TypeError(`No parser for responses of ${name ?? 'a shape without a name'}`);
  return imports.use({ name: model.parsers.response, file: model.symbol.file });
}
