import type { Build } from '../../ir/mapping.ts';
import { emitExpression, listOrEmpty, reference, type Scope } from '../expressions/index.ts';
import { call, identifier, type ExpressionNode } from '../syntax/index.ts';
import { buildFrom } from './build-from.ts';
import { buildList } from './build-list.ts';
import { buildObject } from './build-object.ts';

/** A value that is always written: a list whose source is missing is empty. */
export function buildValue(build: Build, scope: Scope): ExpressionNode {
  switch (build.kind) {
    case 'value':
      return emitExpression(build.value, scope);
    case 'object':
      return buildObject(build, scope);
    case 'from':
      return buildFrom(build, scope);
    case 'helper':
      return call(identifier(build.helper), [emitExpression(build.of, scope)]);
    case 'list': {
      const { type } = build.of;
      const of = type.shape.kind === 'any' ? reference(build.of, scope) : emitExpression(build.of, scope);
      return buildList(build, listOrEmpty(of, type), scope);
    }
  }
}
