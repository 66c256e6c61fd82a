import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runInProcess } from '../testing/run-in-process.ts';
import { GAPPED, SMALL, specFolder } from '../testing/small-specs.ts';

const CHANGED = SMALL.replace('rows: [', 'rows: [{ to: phone, from: mail }, ').replace(
  'email: string',
  'email: string, phone?: string',
);

describe('build --frozen', () => {
  it('is content with what is built, and writes nothing where it is not', async () => {
    await using folder = await specFolder({ small: SMALL });
    const fresh = await runInProcess(['build', '--frozen'], folder.path);
    expect(fresh.code).toBe(1);
    expect(fresh.stdout).toMatch(
      /^small → out\/small\/\n(?: {2}\S+ +would be written\n)+\n1 integration is not as its spec says\n$/,
    );
    await expect(readFile(join(folder.path, 'out/small/package.json'))).rejects.toThrow('ENOENT');

    await runInProcess(['build'], folder.path);
    expect(await runInProcess(['build', '--frozen'], folder.path)).toMatchObject({
      code: 0,
      stdout: '1 integration is as its spec says\n',
    });

    await writeFile(join(folder.path, 'small.integration.yaml'), CHANGED);
    await appendFile(join(folder.path, 'out/small/src/main.ts'), '// mine\n');
    const { code, stdout } = await runInProcess(['build', '--frozen'], folder.path);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ {2}src\/main\.ts +was edited by hand$/m);
    expect(stdout).toMatch(/^ {2}src\/mappings\/to-lead\.ts +would change$/m);
    expect(stdout).not.toContain('FR5001');
  });

  it('names gaps, gives other programs the same, and leaves the errors of a spec their own exit code', async () => {
    await using folder = await specFolder({ small: GAPPED });
    await runInProcess(['build'], folder.path);
    const told = await runInProcess(['build', '--frozen'], folder.path);
    expect(told).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^ {2}grade {2}is a gap that is missing: nobody has filled it$/m),
    });
    const json = await runInProcess(['build', '--frozen', '--json'], folder.path);
    expect(json).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({
      frozen: true,
      specs: 1,
      integrations: [
        {
          name: 'small',
          folder: 'out/small',
          changes: [],
          gaps: [{ gap: 'grade', state: 'missing', why: 'nobody has filled it' }],
        },
      ],
    });

    await writeFile(join(folder.path, 'small.integration.yaml'), SMALL.replace('call: send', 'call: sned'));
    expect(await runInProcess(['build', '--frozen'], folder.path)).toMatchObject({ code: 2 });
  });

  it('does not go with --force', async () => {
    const { code, stderr } = await runInProcess(['build', '--frozen', '--force'], '/');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^FR6001 option '--frozen' cannot be used with option '--force'/);
  });
});

describe('diff', () => {
  it('shows what the spec says now, and what becomes of the files', async () => {
    await using folder = await specFolder({ small: SMALL });
    await runInProcess(['build'], folder.path);
    // Neither layout nor comments nor the order of keys are a change of meaning.
    const [first = '', second = ''] = SMALL.split('\n');
    await writeFile(
      join(folder.path, 'small.integration.yaml'),
      SMALL.replace(`${first}\n${second}\n`, `# same\n${second}\n${first}\n\n`),
    );
    expect(await runInProcess(['diff'], folder.path)).toMatchObject({
      code: 0,
      stdout: '1 integration: nothing would change\n',
    });

    await writeFile(join(folder.path, 'small.integration.yaml'), CHANGED);
    const { code, stdout } = await runInProcess(['diff'], folder.path);
    expect(code).toBe(1);
    expect(stdout).toContain(
      '  mappings.toLead.rows: + from: mail, to: phone\n  models.Lead.fields.phone?: + string\n',
    );
    expect(stdout).toMatch(
      /^--- out\/small\/src\/mappings\/to-lead\.ts \(as it is\)\n\+\+\+ .* \(as it would be\)\n@@/m,
    );
    expect(stdout).toMatch(/1 integration of 1 would change\n$/);

    const stat = await runInProcess(['diff', '--stat'], folder.path);
    expect(stat.stdout).toMatch(/^ {2}src\/mappings\/to-lead\.ts +\+\d+ +-\d+ +change$/m);
    expect(stat.stdout).not.toContain('@@');

    const json: unknown = JSON.parse((await runInProcess(['diff', '--json'], folder.path)).stdout);
    expect(json).toMatchObject({
      integrations: [
        {
          name: 'small',
          spec: [
            { path: 'mappings.toLead.rows', after: { from: 'mail', to: 'phone' } },
            { path: 'models.Lead.fields.phone?', after: 'string' },
          ],
          files: expect.arrayContaining([
            expect.objectContaining({
              file: 'src/mappings/to-lead.ts',
              kind: 'change',
              diff: expect.stringContaining('@@'),
            }),
          ]),
        },
      ],
    });
  });
});
