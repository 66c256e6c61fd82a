import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ASKS, GRADE, SHOP, SHORTEN } from '../cli/gaps/testing/gap-specs.ts';
import { runInProcess } from '../cli/testing/run-in-process.ts';
import { spawnCli } from '../cli/testing/spawn-cli.ts';
import { temporaryFolder } from '../cli/testing/temporary-folder.ts';
import { startMessagesApi } from './messages-api/messages-api.ts';
import { byText } from './messages-api/script.ts';
import { repository } from './repository.ts';

/** The spec with criteria, whose tests run what was filled. */
const SPEC = `${SHOP}    acceptanceCriteria:
      - id: AC1
        text: A lead is graded and shortened.
        given: { input: { email: ann@example.com, name: Annabel } }
        expect:
          calls: [{ call: send, body: { email: ann@example.com, name: Annabel, grade: a, short: Ann } }]
`;

test.each([{ options: [] }, { options: ['--batch'] }])(
  'from a spec to an integration whose criteria hold: fill $options, verify, build, test',
  { timeout: 180_000 },
  async ({ options }) => {
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, 'specs'));
    await writeFile(join(folder.path, 'specs/shop.integration.yaml'), SPEC);
    await symlink(join(repository, 'node_modules'), join(folder.path, 'node_modules'));
    const server = await startMessagesApi({ script: byText([ASKS.grade, GRADE], [ASKS.shorten, SHORTEN]) });
    try {
      const run = async (...argv: readonly string[]): Promise<number> => {
        const { code, stdout, stderr } = await runInProcess(argv, folder.path);
        expect({ argv, stdout: code === 0 ? '' : stdout, stderr: code === 0 ? '' : stderr, code }).toMatchObject({
          code: 0,
        });
        return code;
      };
      await run('gaps', 'fill', '--base-url', server.baseUrl, ...options);
      await server.close();
      await run('gaps', 'verify');
      await run('build', 'specs');
      await run('build', 'specs', '--frozen');
      const tested = await spawnCli(['test', 'out/shop'], folder.path);
      expect(tested.stdout).toMatch(/passed +AC1/);
      expect(tested.code).toBe(0);
    } finally {
      await server.close().catch(() => undefined);
    }
  },
);
