import type { SpecPath } from '../diagnostics/place.ts';
import type { Mapping } from '../spec/types.ts';
import { deletion } from './deletion.ts';
import type { Mutation } from './mutation.ts';

/** What a mapping copies beside its rows: all of it, and what says what that is. */
export function* projectMutations(project: Mapping['project'], path: SpecPath, mapping: string): Generator<Mutation> {
  if (project === undefined || project === false) return;
  yield deletion('row', path, `project of ${mapping}`);
  if (project === true) return;
  for (const key of ['only', 'except'] as const) {
    const names = project[key] ?? [];
    for (const [at, name] of names.entries())
      yield deletion('row', names.length === 1 ? [...path, key] : [...path, key, at], `${key} '${name}' of ${mapping}`);
  }
  if (project.empty !== undefined) yield deletion('row', [...path, 'empty'], `empty of ${mapping}`);
}
