import type { Auth, SystemDefinition } from '@flowright/runtime';

/** How requests are authenticated, in words; secrets by their names. */
export function describeAuth(auth: Auth): string {
  switch (auth.kind) {
    case 'none':
      return 'none';
    case 'bearer':
      return `bearer token \`${auth.secret}\``;
    case 'basic':
      return `basic: ${[auth.username, auth.password].map((ref) => (ref.setting === '' ? 'fixed' : `\`${ref.setting}\``)).join(' and ')}`;
    case 'apiKey':
      return `API key \`${auth.secret}\` in the ${auth.in === 'query' ? 'query parameter' : auth.in} \`${auth.name}\``;
  }
}

export function describeRateLimit(limit: SystemDefinition['rateLimit']): string | undefined {
  if (limit === undefined) return undefined;
  const seconds = limit.perMs / 1000;
  return `${String(limit.requests)} requests per ${seconds === 1 ? 'second' : `${String(seconds)} seconds`}`;
}
