import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startChild } from '../../runtime/testing/child-process.ts';
import { temporaryFolder } from '../../runtime/testing/test-engine.ts';
import { deliver, main, paidOrder, sign, startSystems } from './shop.ts';

const shopify = 'shpat_a1b2c3d4e5f6';
const hubspot = 'pat-eu1-f6a7b8+c9/d0==';
/** With what JSON and URLs write in another way. */
const webhook = 'whsec "quoted" \\ & 9f8e7d';
const formsOf = (secret: string) => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
];

test('no secret is in a log line, on disk or in an answer, even where a provider or a sender repeats it', async () => {
  const systems = await startSystems({}, { credentials: { SHOPIFY_TOKEN: shopify, HUBSPOT_TOKEN: hubspot } });
  const dataDir = temporaryFolder();
  const child = startChild(main, {
    ...systems.settings,
    SHOPIFY_WEBHOOK_SECRET: webhook,
    FLOWRIGHT_DATA_DIR: dataDir,
    LOG_LEVEL: 'debug',
  });
  const url = await child.url;
  const echo = `you sent Authorization: Bearer ${hubspot} and ${webhook}`;
  const send = (id: string, changes: Readonly<Record<string, unknown>> = {}, secret = webhook) =>
    deliver(url, paidOrder(changes), { id, signature: sign(paidOrder(changes), secret) });

  const answers: unknown[] = [];
  // A payload and a result that are kept, a failure that is tried again, one that is final, one that is not JSON.
  const contact = { id: '1', properties: { firstname: shopify, [hubspot]: 'a name of a property' } };
  systems.fault({ endpoint: 'createContact', times: 1, does: { kind: 'status', status: 200, body: contact } });
  systems.fault({ endpoint: 'searchDeals', times: 1, does: { kind: 'status', status: 500, body: { message: echo } } });
  answers.push(await send('1', { id: 1, note: `${shopify} ${hubspot} ${webhook}`, name: webhook }));
  systems.fault({ endpoint: 'createDeal', times: 1, does: { kind: 'status', status: 400, body: { message: echo } } });
  answers.push(await send('2', { id: 2 }));
  systems.fault({
    endpoint: 'searchContacts',
    times: 1,
    does: { kind: 'status', status: 403, headers: { 'content-type': 'text/plain' }, body: echo },
  });
  answers.push(await send(hubspot, { id: 3 }));
  answers.push(await send('4', { id: 4, total_price: webhook }));
  answers.push(await send('5', { id: 5, note: webhook }, 'a wrong secret'));
  expect(answers).toMatchObject([{ status: 200 }, { status: 422 }, { status: 502 }, { status: 422 }, { status: 401 }]);
  await child.kill();

  const disk = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .map((file) => readFileSync(path.join(dataDir, file), 'latin1'))
    .join('\n');
  const places = { answers: JSON.stringify(answers), disk, stdout: child.stdout(), stderr: child.stderr() };
  for (const [place, text] of Object.entries(places)) {
    for (const form of [shopify, hubspot, webhook].flatMap(formsOf))
      expect(text.includes(form), `${form} in ${place}`).toBe(false);
  }
  // They were there to be found: what repeated them was kept and told, masked.
  expect(places.answers).toContain('Bearer *** and [redacted]');
  expect(disk).toContain('[redacted] [redacted] [redacted]');
  expect(places.stdout).toContain('listening on');
});
