import type { IntegrationSpec } from '../spec/types.ts';
import type { Mutation } from './mutation.ts';

/** Which criterion could notice that a part is missing. */
export function adviceFor({ kind, path }: Mutation, spec: IntegrationSpec): string {
  const last = path.at(-1);
  const part = kind === 'retry' ? retriedOn(spec, path) : undefined;
  switch (kind) {
    case 'guard':
      return 'a criterion whose input the guard refuses: expect.fails with its code';
    case 'row':
      return `a criterion whose input fills it: expect it in the body of a call, or in a collection${mappedBy(spec, path)}`;
    case 'signature':
      return last === 'signature'
        ? 'a criterion with given.tamper: expect 401'
        : 'a delivery as the sender signs it: given.body, the signature among given.headers, and given.settings with the secret';
    case 'filter':
      return 'a criterion with a delivery that is to be ignored: expect calls: []';
    case 'dedupe':
      return last === 'keep'
        ? 'a criterion with given.deliveries: 2 and given.every, longer than a day: expect the calls of one'
        : 'a criterion with given.deliveries: 2: expect the calls of one';
    case 'step':
      return 'a criterion in which the step is reached: expect its call, or what depends on its result';
    case 'when':
      return 'a criterion for each side of the condition';
    case 'default':
      return 'a criterion whose input lacks the value: expect the default in a body or collection';
    case 'pipe':
      return 'a criterion whose input the operation changes: expect the changed value in a body or collection';
    case 'pagination':
      return 'a criterion with more items than a page holds: expect the calls of all pages, each with its query';
    case 'retry':
      if (part === 'timeout') return 'none that is fast: a timeout can only be waited for, with given.faults and slow';
      return 'a criterion with given.faults: expect the call as many times as it is tried';
    case 'errors':
      return 'a criterion with given.faults and such an answer: expect.fails with this code, or what follows';
  }
}

function mappedBy(spec: IntegrationSpec, [, mapping]: Mutation['path']): string {
  const users = Object.keys(spec.workflows).filter((id) =>
    JSON.stringify(spec.workflows[id]?.steps).includes(`"map":${JSON.stringify(mapping)}`),
  );
  return users.length === 0 ? '' : ` of ${users.join(', ')}`;
}

/** What a deleted item of `retry.on` was. */
function retriedOn({ systems }: IntegrationSpec, [, system, , , index]: Mutation['path']): unknown {
  return typeof index === 'number' ? systems[String(system)]?.retry?.on?.[index] : undefined;
}
