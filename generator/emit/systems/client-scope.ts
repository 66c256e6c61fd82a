import type { SystemPlan } from '../../ir/system.ts';
import type { EmitContext } from '../expressions/context.ts';
import * as s from '../syntax/index.ts';

/** What the code of one client is written with: names of its locals that nothing else in the file has. */
export interface ClientScope extends EmitContext {
  readonly system: SystemPlan;
  readonly names: ClientNames;
  /** Inputs that are not fields of the caller's input, by name. */
  readonly given?: ReadonlyMap<string, s.ExpressionNode>;
}

type Local = 'transport' | 'input' | 'next' | 'body' | 'headers' | 'page' | 'offset' | 'size' | 'cursor' | 'window';
export type ClientNames = Readonly<Record<Local, string>>;

/** Names for the locals: their own, unless the file declares something by that name. */
export function clientNames(system: SystemPlan): ClientNames {
  const names = new s.Names(declaredNames(system));
  return {
    transport: names.unique('transport'),
    input: names.unique('input'),
    next: names.unique('next'),
    body: names.unique('body'),
    headers: names.unique('headers'),
    page: names.unique('page'),
    offset: names.unique('offset'),
    size: names.unique('size'),
    cursor: names.unique('cursor'),
    window: names.unique('window'),
  };
}

/** What the system's file declares at its top. */
export function declaredNames(system: SystemPlan): string[] {
  const inputs = system.operations.flatMap((operation) => (operation.inputs.length === 0 ? [] : [operation.inputType]));
  return [system.symbol.name, system.client.factory, system.client.type, ...inputs];
}

/** `input.name` */
export function inputField({ names, given }: ClientScope, name: string): s.ExpressionNode {
  return given?.get(name) ?? s.property(s.identifier(names.input), name);
}
