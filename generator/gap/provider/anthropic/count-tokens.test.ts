import { afterEach, expect, it } from 'vitest';
import { startMessagesApi, type MessagesApi } from '../../../testing/messages-api/messages-api.ts';
import { inOrder } from '../../../testing/messages-api/script.ts';
import { modelRequest } from '../testing/model-request.ts';
import { countTokens } from './count-tokens.ts';

let api: MessagesApi | undefined;
afterEach(async () => await api?.close());

it('asks the API, which charges nothing', async () => {
  api = await startMessagesApi({ script: inOrder('never'), key: 'key' });
  const request = modelRequest({ user: 'x'.repeat(400) });
  expect(await countTokens(request, { apiKey: 'key', baseUrl: api.baseUrl })).toEqual({ ok: true, tokens: 106 });
  expect(api.paid()).toEqual({ input: 0, output: 0 });
  expect(await countTokens(request, { apiKey: 'wrong', baseUrl: api.baseUrl })).toMatchObject({
    ok: false,
    failed: { code: 'FR7302' },
  });
  expect(await countTokens(request, { apiKey: undefined })).toMatchObject({ ok: false, failed: { code: 'FR7301' } });
});
