import type { AwsSigV4Auth } from './auth.ts';
import type { AuthScheme } from './scheme.ts';
import { valueIfAny, valueOf } from './values.ts';

/** AWS Signature Version 4, over the headers host, content type and those that begin with `x-amz-`. */
export const awsSigV4: AuthScheme<AwsSigV4Auth> = (auth, context) => {
  const secret = valueOf(auth.secretAccessKey, context);
  const sessionToken = valueIfAny(auth.sessionToken, context);
  return {
    secrets: [secret, ...(sessionToken === undefined ? [] : [sessionToken])],
    async sign({ method, origin, path, search, headers, body }) {
      // Loaded where a system asks for it: most do not.
      const { AwsV4Signer } = await import('aws4fetch');
      const signed = [...headers].filter(([name]) => name === 'content-type' || name.startsWith('x-amz-'));
      const signer = new AwsV4Signer({
        method,
        url: `${origin}${path}${search === '' ? '' : `?${search}`}`,
        headers: signed,
        ...(body !== undefined && { body: typeof body === 'string' ? body : Uint8Array.from(body).buffer }),
        accessKeyId: valueOf(auth.accessKeyId, context),
        secretAccessKey: secret,
        ...(sessionToken !== undefined && { sessionToken }),
        service: auth.service,
        region: valueOf(auth.region, context),
        // YYYYMMDD'T'HHMMSS'Z'
        datetime: new Date(context.now()).toISOString().replaceAll(/[:-]|\.\d{3}/g, ''),
        allHeaders: true,
      });
      const result = await signer.sign();
      // The connection says which host it is for.
      return Object.fromEntries([...result.headers].filter(([name]) => name !== 'host'));
    },
  };
};
