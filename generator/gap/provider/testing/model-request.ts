import type { ModelRequest } from '../provider.ts';

/** A request as a gap makes it; its texts can be chosen. */
export function modelRequest(
  changes: Partial<ModelRequest> & { readonly user?: string; readonly system?: string } = {},
): ModelRequest {
  const { user = 'Write the function.', system = 'You write functions.', ...rest } = changes;
  return {
    integration: 'shopify-hubspot',
    gap: 'dealPriority',
    model: 'claude-test',
    maxTokens: 1000,
    repeat: 0,
    prompt: { prompt: 'fill@v1', promptHash: 'a'.repeat(64), system, turns: [{ role: 'user', content: user }] },
    ...rest,
  };
}
