import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { anthropicProvider } from '../../gap/provider/anthropic/anthropic-provider.ts';
import { modelRequest } from '../../gap/provider/testing/model-request.ts';
import { repository } from '../repository.ts';

let running: ChildProcessByStdio<null, Readable, Readable> | undefined;
afterEach(() => void running?.kill());

function start(...args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  const file = path.join(repository, 'generator/testing/messages-api/main.ts');
  running = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'], cwd: repository });
  return running;
}

it('prints its address, answers, and says at its end what would have been paid', async () => {
  const stub = start('--recordings', 'no-such-folder', '--fault', 'overloaded', '--fault', 'truncated');
  const told = text(stub.stderr);
  const [baseUrl] = await once(createInterface(stub.stdout), 'line');
  const provider = anthropicProvider({ apiKey: 'key', baseUrl: String(baseUrl), wait: () => Promise.resolve() });
  const answer = await provider.ask(modelRequest());
  expect(answer).toMatchObject({ kind: 'answered', text: 'nothing is', stop: 'truncated' });
  stub.kill('SIGINT');
  await once(stub, 'exit');
  const { input, output } = answer.usage;
  expect(await told).toContain(`2 requests; ${input} tokens in and ${output} out would have been paid`);
});

it('says what it takes where it is called wrongly', async () => {
  const stub = start('--fault', 'fire');
  const told = text(stub.stderr);
  const [code] = await once(stub, 'exit');
  expect(code).toBe(2);
  expect(await told).toContain("there is no fault 'fire'");
});
