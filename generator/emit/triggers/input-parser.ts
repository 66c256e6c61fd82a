import type { Type } from '../../shape/type.ts';
import type { EmitContext } from '../expressions/index.ts';
import type * as s from '../syntax/index.ts';

/** The function that checks what comes in against its model. The plan gives every payload a named model that has one. */
export function inputParser(payload: Type, { plan, imports }: EmitContext): s.ExpressionNode {
  const name = payload.ref?.kind === 'model' ? payload.ref.name : undefined;
  const model = plan.models.find((one) => one.id === name);
  if (model?.parsers.payload === undefined)
    throw new TypeError(`No parser for payloads of ${name ?? 'a shape without a name'}`);
  return imports.use({ name: model.parsers.payload, file: model.symbol.file });
}
