import type { Collections } from '../collections.ts';
import type { MockEndpoint } from '../definition.ts';
import type { MockAnswer, MockRequest } from '../mock-request.ts';
import { create } from './create.ts';
import { remove } from './delete.ts';
import { list } from './list.ts';
import { read } from './read.ts';
import { replace } from './replace.ts';
import { respond } from './respond.ts';
import { update } from './update.ts';
import { upsert } from './upsert.ts';

/** Does what an endpoint does, and answers. The answer holds parts of what is stored: it is to be sent, not kept. */
export function perform(endpoint: MockEndpoint, request: MockRequest, collections: Collections): MockAnswer {
  const { does, status } = endpoint;
  switch (does.kind) {
    case 'respond':
      return respond(does, status);
    case 'list':
      return list(does, request, status, collections);
    case 'create':
      return create(does, request, status, collections);
    case 'upsert':
      return upsert(does, request, status, collections);
    case 'read':
      return read(does, request, status, collections);
    case 'update':
      return update(does, request, status, collections);
    case 'replace':
      return replace(does, request, status, collections);
    case 'delete':
      return remove(does, request, status, collections);
  }
}
