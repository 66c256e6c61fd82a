import type { IntegrationSpec } from '../spec/types.ts';
import { deletion, deletionsWithin } from './deletion.ts';
import type { Mutation } from './mutation.ts';

/** How systems are called: retries, pages, and what answers mean. */
export function* callMutations({ systems, endpoints = {} }: IntegrationSpec): Generator<Mutation> {
  for (const [id, { retry }] of Object.entries(systems)) {
    if (retry === undefined) continue;
    yield deletion('retry', ['systems', id, 'retry'], `retry of ${id}`);
    yield* deletionsWithin('retry', retry, ['systems', id, 'retry'], `${id}'s retry`);
  }
  for (const [id, { pagination, retry, errors = [] }] of Object.entries(endpoints)) {
    if (retry !== undefined) yield deletion('retry', ['endpoints', id, 'retry'], `retry of ${id}`);
    if (pagination !== undefined) {
      yield deletion('pagination', ['endpoints', id, 'pagination'], `pagination of ${id}`);
      yield* deletionsWithin('pagination', pagination, ['endpoints', id, 'pagination'], `${id}'s pagination`);
    }
    for (const [index, { code }] of errors.entries())
      yield deletion('errors', ['endpoints', id, 'errors', index], `error '${code}' of ${id}`);
  }
}
