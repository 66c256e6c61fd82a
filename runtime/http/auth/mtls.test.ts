import { createServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import { expect, onTestFinished, test } from 'vitest';
import { openTransport, orders, shopAt } from '../testing/loopback.ts';
import { failure } from '../testing/sending.ts';
import type { Auth } from './auth.ts';

const make = (name: string) =>
  generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });

/** A server that lets in who has the certificate of `ann`, and says who came. */
async function start() {
  const [own, ann, eve] = await Promise.all(['shop', 'ann', 'eve'].map(make));
  if (own === undefined || ann === undefined || eve === undefined) throw new Error('no certificates');
  const options = { key: own.private, cert: own.cert, ca: ann.cert, requestCert: true, rejectUnauthorized: true };
  const server = createServer(options, (request, response) => {
    const { socket } = request;
    const who = socket instanceof TLSSocket ? socket.getPeerCertificate().subject.CN : undefined;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ who, key: request.headers['x-key'] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `https://127.0.0.1:${port}`, own, ann, eve };
}

const mtls: Auth = {
  kind: 'mtls',
  certificate: { setting: 'SHOP_CLIENT_CERTIFICATE' },
  key: { setting: 'SHOP_CLIENT_KEY' },
  ca: { setting: 'SHOP_CA' },
};

test('a client certificate is shown, together with another scheme', async () => {
  const { url, own, ann } = await start();
  const environment = {
    SHOP_CA: own.cert,
    // As an environment variable often has it.
    SHOP_CLIENT_CERTIFICATE: ann.cert.replaceAll('\n', '\\n'),
    SHOP_CLIENT_KEY: Buffer.from(ann.private).toString('base64'),
    SHOP_KEY: 'a-key-as-well',
  };
  const { transport, close } = openTransport(environment);
  onTestFinished(close);
  const auth: Auth = { kind: 'all', of: [mtls, { kind: 'apiKey', in: 'header', name: 'X-Key', secret: 'SHOP_KEY' }] };
  const shop = shopAt(url, { auth });
  expect((await transport.send(shop, orders())).body).toEqual({ who: 'ann', key: 'a-key-as-well' });
});

test('another certificate is refused, and so is a server that the authorities do not know', async () => {
  const { url, own, ann, eve } = await start();
  const send = (environment: Record<string, string>) => {
    const { transport, close } = openTransport(environment);
    onTestFinished(close);
    return failure(transport.send(shopAt(url, { auth: mtls }), orders()));
  };
  const stranger = await send({ SHOP_CA: own.cert, SHOP_CLIENT_CERTIFICATE: eve.cert, SHOP_CLIENT_KEY: eve.private });
  expect(stranger.code).toBe('network');
  const unknown = await send({ SHOP_CA: eve.cert, SHOP_CLIENT_CERTIFICATE: ann.cert, SHOP_CLIENT_KEY: ann.private });
  expect(unknown).toMatchObject({ code: 'network', details: { sent: false } });
});
