import type { RespondBehaviour } from '../definition.ts';
import type { MockAnswer } from '../mock-request.ts';

export function respond(behaviour: RespondBehaviour, status: number): MockAnswer {
  return { status, ...('body' in behaviour && { body: behaviour.body }) };
}
