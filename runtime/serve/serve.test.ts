import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openInspector } from '../engine/embedded/open-inspector.ts';
import { callCounter } from '../testing/call-counter.ts';
import { startChild } from '../testing/child-process.ts';
import { temporaryFolder } from '../testing/test-engine.ts';

async function scene() {
  const dataDir = temporaryFolder();
  const counter = await callCounter();
  const child = startChild('three-calls.ts', { FLOWRIGHT_DATA_DIR: dataDir, CALLS_URL: counter.url, GAP_MS: '60000' });
  let release = (): void => undefined;
  const called = new Promise<void>((resolve) => {
    counter.onCall = () => {
      resolve();
      return new Promise((answer) => (release = answer));
    };
  });
  const posted = await fetch(`${await child.url}/events`, { method: 'POST', body: '{"id":"e"}' });
  expect(posted.status).toBe(202);
  await called;
  return { dataDir, counter, child, release: () => release() };
}

test('missing settings are listed without a stack, and the process ends with 2', async () => {
  const child = startChild('three-calls.ts', {});
  expect(await child.ended).toBe(2);
  expect(child.stderr()).toBe(
    'three-calls cannot start: a setting is missing.\n  CALLS_URL\nSet each as an environment variable, or in a file that you pass with `node --env-file=.env`.\n',
  );
});

test('a port that is none is said so, and the process ends with 2', async () => {
  const child = startChild('three-calls.ts', { PORT: 'http', CALLS_URL: 'x' });
  expect(await child.ended).toBe(2);
  expect(child.stderr()).toContain("PORT is 'http'");
});

test('a port that is taken is said so, without a stack, and the process ends with 1', async () => {
  const counter = await callCounter();
  const child = startChild('three-calls.ts', {
    FLOWRIGHT_DATA_DIR: temporaryFolder(),
    CALLS_URL: 'x',
    PORT: new URL(counter.url).port,
  });
  expect(await child.ended).toBe(1);
  expect(child.stderr()).toMatch(/^three-calls cannot start: listen EADDRINUSE[^\n]*\n$/);
});

test('SIGTERM lets the running step finish, begins no other, and ends with 0', async () => {
  const { dataDir, child, release } = await scene();
  child.process.kill('SIGTERM');
  await untilSaid(child, 'shutting down');
  release();
  expect(await child.ended).toBe(0);
  const inspector = openInspector(join(dataDir, 'runs.db'));
  const [run] = inspector.list();
  expect(inspector.show(run?.id ?? '')?.journal.map(({ name }) => name)).toEqual(['a']);
  inspector.close();
  for (const line of child.stdout().trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ name: 'three-calls' });
});

test('a second signal ends the process at once', async () => {
  const { child } = await scene();
  child.process.kill('SIGTERM');
  await untilSaid(child, 'shutting down');
  child.process.kill('SIGTERM');
  expect(await child.ended).toBe(143);
});

async function untilSaid(child: ReturnType<typeof startChild>, message: string): Promise<void> {
  while (!child.stdout().includes(message) && child.process.stdout !== null) await once(child.process.stdout, 'data');
}
