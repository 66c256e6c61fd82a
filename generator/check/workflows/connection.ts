import { STRING } from '../../expression/types.ts';
import type { Type } from '../../shape/type.ts';
import type { IntegrationSpec, System } from '../../spec/types.ts';
import { variableSetting } from '../check-systems.ts';

/** A variable of a system, as steps know it, and the setting that holds it. */
export interface ConnectionVariable {
  readonly name: string;
  readonly setting: string;
}

/** The variables of all systems by their names; of several systems that call one the same, that of the first. */
export function connectionOf({ systems }: IntegrationSpec): readonly ConnectionVariable[] {
  const found = new Map<string, ConnectionVariable>();
  for (const [id, { variables = {} }] of Object.entries<System>(systems)) {
    for (const [name, { setting = variableSetting(id, name) }] of Object.entries(variables))
      if (!found.has(name)) found.set(name, { name, setting });
  }
  return [...found.values()];
}

export function connectionType(variables: readonly ConnectionVariable[]): Type {
  const fields = new Map(variables.map(({ name }) => [name, { shape: STRING.shape, optional: false }] as const));
  return { shape: { kind: 'object', fields }, optional: false, nullable: false };
}
