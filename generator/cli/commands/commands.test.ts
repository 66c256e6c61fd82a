import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runInProcess } from '../testing/run-in-process.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const GOOD = `flowright: 1
name: good
systems: { crm: { baseUrl: https://crm.example.com } }
endpoints: { ping: { system: crm, method: GET, path: /ping } }
workflows: { ask: { trigger: { manual: {} }, steps: [{ call: ping }] } }
`;
const BROKEN = GOOD.replace('name: good', 'name: broken').replace('call: ping', 'call: pign');

async function specs(files: Readonly<Record<string, string>>): Promise<Awaited<ReturnType<typeof temporaryFolder>>> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files))
    await writeFile(join(folder.path, `${name}.integration.yaml`), text);
  return folder;
}

describe('check', () => {
  it('says that all is well, and what there is', async () => {
    await using folder = await specs({ good: GOOD });
    expect(await runInProcess(['check'], folder.path)).toEqual({
      code: 0,
      stdout: '  good  1 system, 1 endpoint, 0 mappings, 1 workflow\n\n1 spec is fine\n',
      stderr: '',
    });
  });

  it('reports every mistake with its place, and counts the rest', async () => {
    await using folder = await specs({ good: GOOD, broken: BROKEN });
    const { code, stdout } = await runInProcess(['check', '.'], folder.path);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^broken\.integration\.yaml:5:62 FR2001 /m);
    expect(stdout).toContain("did you mean 'ping'?");
    expect(stdout).toMatch(/1 spec has errors, 1 spec is fine\n$/);
  });

  it('gives other programs the same', async () => {
    await using folder = await specs({ good: GOOD, broken: BROKEN });
    const { code, stdout, stderr } = await runInProcess(['--json', 'check'], folder.path);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      specs: 2,
      integrations: [
        { name: 'good', file: 'good.integration.yaml', systems: 1, endpoints: 1, mappings: 0, workflows: 1, gaps: 0 },
      ],
      errors: 1,
      diagnostics: [{ code: 'FR2001', place: { file: 'broken.integration.yaml', line: 5 } }],
    });
  });

  it('finds nothing wrong with nothing, but says so', async () => {
    await using folder = await temporaryFolder();
    const { code, stdout } = await runInProcess(['check'], folder.path);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^FR1008 no integration spec in '\.'/);
  });
});

describe('build', () => {
  it('builds what is right, leaves what is wrong, and says what became of each', async () => {
    await using folder = await specs({ good: GOOD, broken: BROKEN });
    const first = await runInProcess(['build', '-o', 'generated'], folder.path);
    expect(first.code).toBe(2);
    expect(first.stderr).toMatch(/^checking …\n/);
    expect(first.stdout).toMatch(/good → generated\/good\/\n {2}\d+ files written\n/);
    expect(first.stdout).toMatch(/1 spec not built, 1 integration built in /);
    expect(await readFile(join(folder.path, 'generated/good/src/triggers.ts'), 'utf8')).toContain("name: 'good'");

    await writeFile(join(folder.path, 'generated/good/src/main.ts'), '// mine\n');
    const again = await runInProcess(['build', 'good.integration.yaml', '-o', 'generated', '--json'], folder.path);
    expect(again).toMatchObject({ code: 2, stderr: '' });
    expect(JSON.parse(again.stdout)).toMatchObject({ integrations: [], diagnostics: [{ code: 'FR5001' }] });
    expect(JSON.parse(again.stdout)).toMatchObject({
      refused: [
        {
          name: 'good',
          files: [{ file: 'src/main.ts', reason: 'edited', diff: expect.stringContaining('\n-// mine\n') }],
        },
      ],
    });
    const told = await runInProcess(['build', 'good.integration.yaml', '-o', 'generated'], folder.path);
    expect(told.stdout).toContain("FR5001 'generated/good/src/main.ts' was edited by hand; it is not overwritten");
    expect(told.stdout).toMatch(
      /^--- generated\/good\/src\/main\.ts \(edited by hand\)\n\+\+\+ .* \(generated\)\n@@ -1 \+1,\d+ @@\n-\/\/ mine\n\+import/m,
    );

    const forced = await runInProcess(
      ['build', 'good.integration.yaml', '-o', 'generated', '--json', '--force'],
      folder.path,
    );
    expect(forced.code).toBe(0);
    expect(JSON.parse(forced.stdout)).toMatchObject({
      integrations: [{ name: 'good', folder: 'generated/good', written: ['src/main.ts'] }],
    });
  });
});

describe('init', () => {
  it('writes a spec that is fine, and says what comes next', async () => {
    await using folder = await temporaryFolder();
    const { code, stdout } = await runInProcess(['init', 'stock', '-t', 'scheduled-sync'], folder.path);
    expect(code).toBe(0);
    expect(stdout).toContain('  stock/stock.integration.yaml\n  stock/fixtures/products.json\n');
    expect(stdout).toContain('flowright check stock/stock.integration.yaml');
    expect(stdout).toContain('flowright dev stock/stock.integration.yaml --once');
    expect(await readFile(join(folder.path, 'stock/stock.integration.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=https:\/\/flowright\.dev\/integration\.schema\.json\nflowright: 1\nname: stock\n/,
    );
    expect((await runInProcess(['check'], folder.path)).code).toBe(0);
  });

  it('overwrites nothing, and then writes nothing at all', async () => {
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, 'mine/fixtures'), { recursive: true });
    await writeFile(join(folder.path, 'mine/fixtures/products.json'), 'mine');
    const { code, stderr } = await runInProcess(
      ['init', 'stock', '-t', 'scheduled-sync', '--dir', 'mine'],
      folder.path,
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/^FR6005 'mine\/fixtures\/products\.json' exists already; nothing was written\n/);
    expect(await readFile(join(folder.path, 'mine/fixtures/products.json'), 'utf8')).toBe('mine');
    await expect(readFile(join(folder.path, 'mine/stock.integration.yaml'))).rejects.toThrow('ENOENT');
  });

  it('knows its templates', async () => {
    const list = await runInProcess(['init', '--list', '--json'], '/');
    expect(JSON.parse(list.stdout)).toMatchObject({
      templates: [{ name: 'order-fan-out' }, { name: 'scheduled-sync' }, { name: 'webhook-to-api' }],
    });
    expect(await runInProcess(['init', 'x', '-t', 'schedule-sync'], '/')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("did you mean 'scheduled-sync'?"),
    });
  });
});
