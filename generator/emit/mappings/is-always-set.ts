import type { BuildField } from '../../ir/mapping.ts';
import { isMaybe, missingOf } from '../expressions/index.ts';

/** Whether a field is there whatever the source holds, so that it can stand in the literal. */
export function isAlwaysSet({ build, set, when }: BuildField): boolean {
  if (when !== undefined) return false;
  if (set === 'always') return true;
  if (build.kind === 'helper') return true;
  if (build.kind === 'object') return set !== 'ifAny' || build.fields.some(isAlwaysSet);
  if (set === 'ifAny' && build.kind === 'list') return false;
  const { type } = build.kind === 'value' ? build.value : build.of;
  return set === 'ifDefined' && build.kind !== 'list' ? !missingOf(type).optional : !isMaybe(type);
}
