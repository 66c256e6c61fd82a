import type { Credentials, Signed } from './scheme.ts';

/** Several credentials in one request; a signature sees the headers of those before it. */
export function combine(given: readonly Credentials[]): Credentials {
  const signing = given.filter(({ sign }) => sign !== undefined);
  const refused = given.filter((one) => one.refused !== undefined);
  return {
    headers: Object.assign({}, ...given.map(({ headers }) => headers)),
    query: Object.assign({}, ...given.map(({ query }) => query)),
    cookies: Object.assign({}, ...given.map(({ cookies }) => cookies)),
    secrets: given.flatMap(({ secrets }) => secrets),
    ...(signing.length > 0 && {
      async sign(request) {
        const signed = new Map<string, string>();
        for (const one of signing) {
          const more: Signed =
            (await one.sign?.({ ...request, headers: new Map([...request.headers, ...signed]) })) ?? {};
          for (const [name, value] of Object.entries(more)) signed.set(name.toLowerCase(), value);
        }
        return Object.fromEntries(signed);
      },
    }),
    ...(refused.length > 0 && {
      refused() {
        for (const one of refused) one.refused?.();
      },
    }),
  };
}
