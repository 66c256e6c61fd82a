import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestProcess } from './test-process.ts';

let folder: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'flowright-test-process-')));
  await mkdir(path.join(folder, 'test'));
  await writeFile(
    path.join(folder, 'test/order.test.ts'),
    `import { expect, test } from 'vitest';
test('AC1: one is one', () => expect(1).toBe(1));
test('AC2: one is two', () => expect(1).toBe(2));
`,
  );
});
afterAll(async () => await rm(folder, { recursive: true }));

test('tests run elsewhere, and how each of them ended is told here', async () => {
  const tests = openTestProcess(process.cwd());
  try {
    let begun = 0;
    const [tested] = await tests.run([folder], () => (begun += 1));
    expect(begun).toBe(1);
    expect(tested?.folder).toBe(folder);
    expect(tested?.criteria).toMatchObject([
      { file: 'test/order.test.ts', id: 'AC1', state: 'passed' },
      {
        file: 'test/order.test.ts',
        id: 'AC2',
        state: 'failed',
        reason: expect.arrayContaining(['expected 1 to be 2']),
      },
    ]);
    // It answers more than once.
    expect(await tests.run([folder], () => undefined)).toMatchObject([{ folder }]);
  } finally {
    tests.close();
  }
});

test('a process that has ended is an error, and nobody waits for it', async () => {
  const tests = openTestProcess(process.cwd());
  tests.close();
  await expect(tests.run([folder], () => undefined)).rejects.toThrow(/the tests' process has ended/);
});
