import { FatalError } from '../context/errors.ts';
import type { Settings } from '../settings/settings.ts';
import type { SystemDefinition } from './system.ts';

/**
 * Replaces each `{variable}` of a template by its setting. `encode` turns the setting's value into what may stand there,
 * or throws. A variable that the system does not declare is a `FatalError('internal')`.
 */
export function fillTemplate(
  template: string,
  system: SystemDefinition,
  settings: Settings,
  encode: (value: string, setting: string) => string,
): string {
  return template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const ref = Object.hasOwn(system.variables, name) ? system.variables[name] : undefined;
    if (ref === undefined) {
      throw new FatalError('internal', `${system.id}: '{${name}}' is not among the system's variables`, {
        system: system.id,
      });
    }
    return encode(settings.require(ref), ref.setting);
  });
}
