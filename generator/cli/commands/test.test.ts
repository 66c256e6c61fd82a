import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { spawnCli } from '../testing/spawn-cli.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

/** Integrations as a build would write them, as far as the command looks at them. */
async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder.path, file)), { recursive: true });
    await writeFile(join(folder.path, file), text);
  }
}

describe('test', () => {
  it('tells criterion by criterion how all integrations of a folder stand, and leaves nothing behind', async () => {
    await write({
      'out/a [1]/src/triggers.ts': '',
      'out/a [1]/test/main.test.ts': `import { expect, test } from 'vitest';
import { signDelivery } from '@flowright/runtime/scenario';

test('AC1: Works.', () => {
  expect(signDelivery({ kind: 'none' }, '', {}, 0)).toEqual({});
});

test('AC2: Works, too.', () => {
  expect({ a: 1 }).toEqual({ a: 2 });
});

test.todo('AC3: Looks good.');
`,
      'out/b/src/triggers.ts': '',
      'out/b/test/main.test.ts': "import './missing.ts';\n",
      'out/c/src/triggers.ts': '',
      'out/not-one/test/main.test.ts': 'throw new Error();',
    });
    const { stdout, ...ended } = await spawnCli(['test'], folder.path);
    expect(ended).toEqual({ code: 1, stderr: '' });
    expect(stdout.replace(/\S.*missing\.ts.*/, 'MISSING')).toBe(`out/a [1]
  passed        AC1  Works.
  failed        AC2  Works, too.
                     expected { a: 1 } to deeply equal { a: 2 }
                     - Expected
                     + Received
                       {
                     -   "a": 2,
                     +   "a": 1,
                       }
                     at test/main.test.ts:9
  not verified  AC3  Looks good.

out/b
  failed        the tests can be loaded
                MISSING
                at test/main.test.ts:1

out/c
  no acceptance criteria

2 criteria failed, 1 criterion passed, 1 not verified (3 integrations)
`);
    expect(await readdir(join(folder.path, 'out'))).toEqual(['a [1]', 'b', 'c', 'not-one']);
  });

  it('exits with 0 where nothing failed, and says it to other programs', async () => {
    await write({
      'one/src/triggers.ts': '',
      'one/test/main.test.ts': "import { test } from 'vitest';\n\ntest.todo('AC1: Looks good.');\n",
    });
    const { code, stdout } = await spawnCli(['test', 'one', '--json'], folder.path);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      passed: 0,
      failed: 0,
      notVerified: 1,
      integrations: [
        {
          folder: 'one',
          criteria: [
            { file: 'test/main.test.ts', id: 'AC1', text: 'Looks good.', state: 'not verified', milliseconds: 0 },
          ],
        },
      ],
    });
    expect(code).toBe(0);
  });

  it('says where there is nothing to test', async () => {
    const { code, stderr } = await spawnCli(['test', 'nowhere'], folder.path);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^FR1001 no file 'nowhere'/);
  });
});
