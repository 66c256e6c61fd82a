import type { CheckpointField } from '../../ir/workflow.ts';
import * as s from '../syntax/index.ts';
import { checkpointState } from './checkpoint-state.ts';
import { awaitContext, emitValue, type Flow } from './flow.ts';
import { storedCheck, storedType } from './stored-check.ts';

/** `const checkpoint = { createdFrom: typeof createdFrom === 'number' ? createdFrom : 0 };`, what the run before left. */
export function readCheckpoint(fields: readonly CheckpointField[], flow: Flow): void {
  const { scope } = flow;
  const read = fields.filter((field) => field.read);
  if (read.length === 0) return;
  const entries = read.map(({ name, type, initial }) => {
    const stored = s.identifier(scope.unique(`stored ${name}`));
    scope.add(
      s.constant(stored.text, awaitContext(flow, 'get', [s.literal(checkpointState(name))]), storedType(type, flow)),
    );
    return s.entry(name, s.conditional(storedCheck(stored, type, name, flow), stored, emitValue(initial, flow)));
  });
  scope.add(s.constant(scope.declare('checkpoint'), s.object(entries)));
}
