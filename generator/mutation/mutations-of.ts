import type { IntegrationSpec } from '../spec/types.ts';
import type { Mutation } from './mutation.ts';
import { projectMutations } from './project-mutations.ts';
import { rowMutations } from './row-mutations.ts';
import { stepMutations } from './step-mutations.ts';
import { callMutations } from './call-mutations.ts';
import { triggerMutations } from './trigger-mutations.ts';

/**
 * Everything of a spec whose absence somebody should notice, in the order of the file's sections: each can be deleted for
 * itself. What notices it is not a question of this list, so that others may ask it, too.
 */
export function mutationsOf(spec: IntegrationSpec): readonly Mutation[] {
  return [
    ...callMutations(spec),
    ...Object.entries(spec.mappings ?? {}).flatMap(([id, { rows = [], project }]) => [
      ...rowMutations(rows, ['mappings', id, 'rows'], id),
      ...projectMutations(project, ['mappings', id, 'project'], id),
    ]),
    ...Object.entries(spec.workflows).flatMap(([id, { trigger, steps }]) => [
      ...triggerMutations(trigger, ['workflows', id, 'trigger'], id),
      ...stepMutations(steps, ['workflows', id, 'steps'], id),
    ]),
  ];
}
