import type { CheckpointField } from '../../ir/workflow.ts';
import { isMaybe, typeNode } from '../expressions/index.ts';
import * as s from '../syntax/index.ts';
import { checkpointState } from './checkpoint-state.ts';
import { awaitContext, emitValue, within, type Flow } from './flow.ts';
import { storedCheck, storedType } from './stored-check.ts';

/**
 * What the run before left, by its name: `const checkpoint = { page: storedPage === undefined ? 1 : storedPage };`. What is
 * of another shape than the spec says now is refused rather than taken for nothing.
 */
export function readCheckpoint(all: readonly CheckpointField[], flow: Flow): void {
  const { scope } = flow;
  const fields = all.filter((field) => field.read);
  if (fields.length === 0) return;
  const entries = fields.map(({ name, type, initial }) => {
    const stored = s.identifier(scope.unique(`stored ${name}`));
    scope.add(
      s.constant(stored.text, awaitContext(flow, 'get', [s.literal(checkpointState(name))]), storedType(type, flow)),
    );
    const isStored = s.binary(stored, '!==', s.undefinedValue());
    const refused = within(flow);
    const error = scope.context.imports.useRuntime('FatalError');
    const message = `the stored checkpoint '${name}' is not of the type that the workflow gives it`;
    refused.scope.add(s.throwNew(error, [s.literal('invalid_input'), s.literal(message)]));
    const isWrong = s.binary(isStored, '&&', s.not(storedCheck(stored, type, name, flow)));
    scope.add(s.ifThen(isWrong, refused.scope.statements));
    if (initial.type.optional) return s.entry(name, stored);
    const first = emitValue(initial, flow);
    // Null is a value, too.
    return s.entry(name, type.nullable ? s.conditional(isStored, stored, first) : s.binary(stored, '??', first));
  });
  // Fields that are assigned later need types that are not narrower than theirs.
  const typed = flow.checkpoint.map((field) => ({ name: field.name, type: typeNode(field.type, scope.context) }));
  const type = typed.length === 0 ? undefined : s.objectType(typed);
  scope.add(s.constant(scope.declare('checkpoint'), s.object(entries), type));
}

/** `checkpoint.page = page;`, where steps behind read the new value. */
export function assignCheckpoint(name: string, value: s.ExpressionNode, flow: Flow): void {
  if (!flow.checkpoint.some((field) => field.name === name)) return;
  flow.scope.add(s.assign(s.property(s.identifier(flow.scope.resolve('checkpoint')), name), value));
}

/** Every field back at its first value. */
export function resetCheckpoint(flow: Flow): void {
  for (const { name, initial } of flow.checkpoint)
    assignCheckpoint(name, isMaybe(initial.type) ? s.undefinedValue() : emitValue(initial, flow), flow);
}
