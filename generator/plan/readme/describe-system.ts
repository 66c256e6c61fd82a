import type { Auth, SystemDefinition } from '@flowright/runtime';
import type { RichText } from '../../ir/readme.ts';
import { joined, rich } from './rich-text.ts';

/** How requests are authenticated; secrets by their names. */
export function describeAuth(auth: Auth): RichText {
  switch (auth.kind) {
    case 'none':
      return 'none';
    case 'bearer':
      return rich`bearer token ${auth.secret}`;
    case 'basic':
      return joined([
        'basic: ',
        joined(
          [auth.username, auth.password].map((ref) => (ref.setting === '' ? 'fixed' : rich`${ref.setting}`)),
          ' and ',
        ),
      ]);
    case 'apiKey':
      return joined([
        rich`API key ${auth.secret}`,
        ` in the ${auth.in === 'query' ? 'query parameter' : auth.in} `,
        rich`${auth.name}`,
      ]);
  }
}

export function describeRateLimit(limit: SystemDefinition['rateLimit']): string | undefined {
  if (limit === undefined) return undefined;
  const seconds = limit.perMs / 1000;
  return `${String(limit.requests)} requests per ${seconds === 1 ? 'second' : `${String(seconds)} seconds`}`;
}
