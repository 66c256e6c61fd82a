import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runInProcess } from '../testing/run-in-process.ts';
import { GAPPED, SMALL, specFolder } from '../testing/small-specs.ts';

const LOGIC = 'out/small/src/logic/grade.ts';

describe('eject', () => {
  it('makes a gap that is filled a file of the user, which no build touches', async () => {
    await using folder = await specFolder({ small: GAPPED });
    const file = join(folder.path, LOGIC);
    await runInProcess(['build'], folder.path);
    expect(await runInProcess(['eject', LOGIC], folder.path)).toEqual({
      code: 0,
      stdout: `${LOGIC} is yours: builds leave it alone, and check that it fits\n`,
      stderr: '',
    });
    const mine = (await readFile(file, 'utf8'))
      .replace(/import .*\n\n/, '')
      .replace(/throw .*/, "const unused = 1;\n  return _input.email === '' ? 'b' : 'a';");
    await writeFile(file, mine);

    const built = await runInProcess(['build', '--force'], folder.path);
    expect(built).toMatchObject({ code: 0, stdout: expect.stringMatching(/nothing changed, \d+ files, 1 ejected/) });
    expect(built.stdout).not.toContain('to fill');
    expect(await readFile(file, 'utf8')).toBe(mine);
    expect((await runInProcess(['build', '--frozen'], folder.path)).code).toBe(0);

    // Not even a spec that has no such part any more removes it, and undo does not lose it.
    await writeFile(join(folder.path, 'small.integration.yaml'), SMALL);
    expect((await runInProcess(['build'], folder.path)).code).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(mine);
    await writeFile(join(folder.path, 'small.integration.yaml'), GAPPED);
    expect((await runInProcess(['eject', '--undo', LOGIC], folder.path)).code).toBe(0);
    expect(await runInProcess(['build'], folder.path)).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('FR5001'),
    });
    expect((await runInProcess(['build', '--force'], folder.path)).code).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('GapUnfilledError');
  });

  it('lets the rest be checked against the file, and the file against the rest', async () => {
    await using folder = await specFolder({ small: GAPPED });
    await runInProcess(['build'], folder.path);
    await runInProcess(['eject', LOGIC], folder.path);
    const generated = await readFile(join(folder.path, LOGIC), 'utf8');

    await writeFile(join(folder.path, LOGIC), generated.replace(/throw .*/, 'return 1;'));
    const wrong = await runInProcess(['build'], folder.path);
    expect(wrong.code).toBe(2);
    expect(wrong.stdout).toContain(
      `${LOGIC}:11:3 FR5010 '${LOGIC}' does not type-check: Type 'number' is not assignable`,
    );
    expect(wrong.stdout).toContain(`flowright eject --undo ${LOGIC}`);

    await writeFile(join(folder.path, LOGIC), 'export const other = 1;\n');
    const renamed = await runInProcess(['build'], folder.path);
    expect(renamed.code).toBe(2);
    expect(renamed.stdout).toMatch(
      /^small\.integration\.yaml:\d+:\d+ FR5011 generated src\/workflows\/ask\.ts:\d+ does not type-check against the ejected files/m,
    );

    // It may import code of the user's own.
    await writeFile(join(folder.path, 'out/small/src/logic/mine.ts'), "export const best = 'a';\n");
    await writeFile(
      join(folder.path, LOGIC),
      "import { best } from './mine.ts';\nexport function grade(_input: { readonly email: string }): string {\n  return best;\n}\n",
    );
    expect((await runInProcess(['build'], folder.path)).code).toBe(0);

    await rm(join(folder.path, LOGIC));
    expect(await runInProcess(['build'], folder.path)).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('FR5007'),
    });
  });

  it('takes generated files only, all or none', async () => {
    await using folder = await specFolder({ small: SMALL });
    await runInProcess(['build'], folder.path);
    const manifest = await readFile(join(folder.path, 'out/small/flowright.manifest.json'), 'utf8');
    const { code, stderr } = await runInProcess(
      [
        'eject',
        'out/small/src/main.ts',
        'out/small/src/mian.ts',
        'small.integration.yaml',
        'none.ts',
        'out/small/flowright.spec.json',
      ],
      folder.path,
    );
    expect(code).toBe(2);
    expect(stderr).toContain(
      "FR5008 'out/small/src/mian.ts' is no generated file of an integration\n  did you mean 'out/small/src/main.ts'?",
    );
    expect(stderr).toContain("FR5008 'small.integration.yaml' is no generated file of an integration\n");
    expect(stderr).toContain("FR5008 'out/small/flowright.spec.json'");
    expect(stderr).toContain("FR1001 no file 'none.ts'");
    expect(await readFile(join(folder.path, 'out/small/flowright.manifest.json'), 'utf8')).toBe(manifest);
    const undone = await runInProcess(['eject', '--undo', 'out/small/src/main.ts'], folder.path);
    expect(undone).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("FR5009 'out/small/src/main.ts' is not ejected"),
    });
    expect(JSON.parse((await runInProcess(['eject', 'out/small/src/main.ts', '--json'], folder.path)).stdout)).toEqual({
      version: 1,
      ejected: ['out/small/src/main.ts'],
    });
  });
});
