import type { Auth } from '../../http/system.ts';

/** A place of a request that carries a secret. */
export interface Carrier {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
}

/** Where requests carry the secrets of an auth, beside the Authorization header. */
export function carriersOf(auth: Auth): readonly Carrier[] {
  switch (auth.kind) {
    case 'apiKey':
    case 'exchange':
      return [{ in: auth.in, name: auth.name }];
    case 'signature':
      return [auth.header, ...Object.keys(auth.headers ?? {})].map((name) => ({ in: 'header', name }));
    case 'jwt':
      return [{ in: 'header', name: auth.header }];
    case 'awsSigV4':
      return [{ in: 'header', name: 'x-amz-security-token' }];
    case 'all':
      return auth.of.flatMap(carriersOf);
    default:
      return [];
  }
}

/** The query parameters among them. */
export function queryKeys(auth: Auth): readonly string[] {
  return carriersOf(auth).flatMap((carrier) => (carrier.in === 'query' ? [carrier.name] : []));
}
