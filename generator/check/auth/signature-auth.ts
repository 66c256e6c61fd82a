import type { SignatureAuth } from '@flowright/runtime';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { RequestSignature } from '../../spec/types.ts';
import { checkedValues, type AuthScope } from './settings.ts';

export function signatureAuth(signature: RequestSignature, at: SpecPath, scope: AuthScope): SignatureAuth {
  const { signed, timestamp, nonce, prefix, secretEncoding, headers } = signature;
  for (const part of ['timestamp', 'nonce'] as const) {
    const index = signed.indexOf(part);
    if (index >= 0 && signature[part] === undefined)
      scope.report.add('FR2015', { what: `'${part}' among what is signed`, needs: `'${part}'` }, [
        ...at,
        'signed',
        index,
      ]);
  }
  return {
    kind: 'signature',
    algorithm: signature.hmac,
    header: signature.header,
    encoding: signature.encoding,
    ...(prefix !== undefined && { prefix }),
    secret: signature.secret,
    ...(secretEncoding !== undefined && { secretEncoding }),
    payload: signed.map((part) => (typeof part === 'object' && 'secret' in part ? { setting: part.secret } : part)),
    ...(timestamp !== undefined && { timestamp: { header: timestamp.header, format: timestamp.format ?? 'seconds' } }),
    ...(nonce !== undefined && { nonce }),
    ...(headers !== undefined && { headers: checkedValues(headers, [...at, 'headers'], scope) }),
  };
}
