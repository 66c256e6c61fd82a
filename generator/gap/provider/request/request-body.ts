import type { Turn } from '../../prompt/rendered-prompt.ts';
import type { ModelRequest } from '../provider.ts';

/** The body of a POST to `/v1/messages`, but for `stream`. There is no temperature: what is accepted is kept in a lock. */
export interface RequestBody {
  readonly model: string;
  readonly max_tokens: number;
  readonly system: string;
  readonly messages: readonly Turn[];
}

/** What is sent for a request; what it leaves out (the gap, the repeat) is for us alone. */
export function requestBody({ model, maxTokens, prompt }: ModelRequest): RequestBody {
  return {
    model,
    max_tokens: maxTokens,
    system: prompt.system,
    messages: prompt.turns.map(({ role, content }) => ({ role, content })),
  };
}
