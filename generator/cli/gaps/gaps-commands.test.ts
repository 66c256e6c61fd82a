import { appendFile, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { runInProcess } from '../testing/run-in-process.ts';
import { GAPPED, specFolder } from '../testing/small-specs.ts';

const SPEC = GAPPED.replace(
  'output: string }',
  'output: string, examples: [{ in: { email: x@a.example }, out: a }, { in: { email: y@b.example }, out: b, hidden: true }] }',
);
const RIGHT = "  return input.email.endsWith('@a.example') ? 'a' : 'b';";
const BODY = join('gaps', 'small', 'grade.ts');
const LOCK = join('gaps', 'small', 'grade.lock.json');

async function write(cwd: string, line: string): Promise<void> {
  const file = join(cwd, BODY);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/ {2}throw new Error\(.*\);| {2}return .*;/, line));
}

describe('flowright gaps', () => {
  it(
    'begins a body, refuses a wrong one, locks a right one, and sees what happens to it',
    { timeout: 120_000 },
    async () => {
      await using folder = await specFolder({ small: SPEC });
      const cwd = folder.path;
      const run = async (line: string) => await runInProcess(line.split(' '), cwd);

      expect(await run('gaps')).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(
          /^ {2}grade {2}missing {2}logic {2}1 example \+ 1 hidden {2}small.integration.yaml:\d+/m,
        ),
      });
      expect(await run('gaps verify')).toMatchObject({ code: 1, stdout: expect.stringContaining('1 gap: 1 missing') });
      expect(await run('gaps adopt small')).toMatchObject({
        code: 1,
        stdout: expect.stringContaining('there was no body: write it in gaps/small/grade.ts'),
      });
      expect(await readFile(join(cwd, BODY), 'utf8')).toContain('readonly email: string;');

      await write(cwd, '  return input.mail;');
      const wrong = await run('gaps adopt small grade');
      expect(wrong.code).toBe(1);
      expect(wrong.stderr).toMatch(/gaps\/small\/grade\.ts:\d+:16 FR7010 .*fails \(types\)/);
      expect(wrong.stderr).toContain('return input.mail;');

      await write(cwd, "  return input.email === '' ? 'b' : 'a';");
      const hidden = await run('gaps verify --json');
      expect(hidden.code).toBe(1);
      expect(hidden.stdout).toContain('"check": "hidden"');
      expect(hidden.stdout).not.toContain('b.example');

      await write(cwd, RIGHT);
      expect((await run('gaps verify')).stdout).toMatch(
        /edited .*it passes, flowright gaps adopt small grade accepts it/,
      );
      expect(await run('gaps adopt small')).toMatchObject({
        code: 0,
        stdout: 'grade  gaps/small/grade.ts passes and is locked\n',
      });
      expect(await run('gaps adopt small')).toMatchObject({ code: 0, stdout: 'every gap of small is ok\n' });
      expect(await run('gaps verify')).toMatchObject({ code: 0, stdout: expect.stringContaining('1 gap: 1 ok') });
      expect((await run('gaps')).stdout).toContain('by hand');
      expect(await run('build')).toMatchObject({ code: 0 });
      expect(await run('build --frozen')).toMatchObject({ code: 0 });

      const contract = SPEC.replace('out: a }', 'out: a }, { in: { email: z@c.example }, out: b, note: another }');
      await writeFile(join(cwd, 'small.integration.yaml'), contract);
      expect(await run('build --frozen')).toMatchObject({
        code: 1,
        stdout: expect.stringContaining('a gap that is stale'),
      });
      expect((await run('gaps verify')).stdout).toMatch(/stale .*the contract has changed .*it passes/);
      await writeFile(join(cwd, 'small.integration.yaml'), SPEC);

      await appendFile(join(cwd, BODY), '// mine\n');
      const edited = JSON.parse((await run('gaps --json')).stdout);
      expect(edited).toMatchObject({ integrations: [{ gaps: [{ gap: 'grade', state: 'edited' }] }] });
    },
  );

  it("keeps a model's provenance, marked, where a person changed its body", { timeout: 60_000 }, async () => {
    await using folder = await specFolder({ small: SPEC });
    const cwd = folder.path;
    await runInProcess(['gaps', 'adopt', 'small'], cwd);
    await write(cwd, RIGHT);
    await runInProcess(['gaps', 'adopt', 'small'], cwd);
    const provenance = {
      by: 'model',
      model: 'm',
      via: 'replay',
      prompt: 'fill@v1',
      promptHash: 'x',
      tries: 1,
      usage: {},
    };
    const lock: unknown = JSON.parse(await readFile(join(cwd, LOCK), 'utf8'));
    await writeFile(join(cwd, LOCK), JSON.stringify({ ...(typeof lock === 'object' ? lock : {}), provenance }));
    expect((await runInProcess(['gaps'], cwd)).stdout).toContain('m via replay, fill@v1, 1 try');
    await appendFile(join(cwd, BODY), '// mine\n');
    await runInProcess(['gaps', 'adopt', 'small'], cwd);
    expect((await runInProcess(['gaps'], cwd)).stdout).toContain('m via replay, edited by hand, fill@v1');
  });

  it('tells of files that cannot be trusted, at their place and without a stack trace', async () => {
    await using folder = await specFolder({ small: SPEC, other: SPEC.replace('name: small', 'name: other') });
    const cwd = folder.path;
    await mkdir(join(cwd, 'gaps/small'), { recursive: true });
    for (const text of ['{', '[]', '{"version":2}', 'x'.repeat(300_000), '\u0000', '<<<<<<< a\n', '{"version":1}']) {
      await writeFile(join(cwd, LOCK), text);
      const told = await runInProcess(['gaps', 'verify'], cwd);
      expect(told.code).toBe(2);
      expect(told.stdout).toMatch(/gaps\/small\/grade\.lock\.json:1:1 FR7003/);
      expect(told.stdout + told.stderr).not.toMatch(/^\s+at /m);
    }
    await symlink('/etc/passwd', join(cwd, BODY));
    expect((await runInProcess(['gaps'], cwd)).stdout).toContain('symbolic link');
  });

  it('knows what was meant', async () => {
    await using folder = await specFolder({ small: SPEC });
    const run = async (line: string) => (await runInProcess(line.split(' '), folder.path)).stderr;
    expect(await run('gaps adopt smal')).toMatch(/FR7011 .*'smal'.*\n?.*did you mean 'small'/);
    expect(await run('gaps adopt small grad')).toMatch(/FR7011 .*'grad'.*\n?.*did you mean 'grade'/);
  });
});

test('names files that are of no gap, with the gap that they may belong to, and fails nothing for them', async () => {
  await using folder = await specFolder({ small: SPEC });
  const cwd = folder.path;
  await mkdir(join(cwd, 'gaps/small'), { recursive: true });
  for (const name of ['grade-lead.ts', 'grade-lead.lock.json', 'old.lock.json', 'README.md'])
    await writeFile(join(cwd, 'gaps/small', name), '');
  for (const command of [['gaps'], ['gaps', 'verify']]) {
    const { stdout } = await runInProcess(command, cwd);
    expect(stdout).toContain("FR7012 warning: 'gaps/small/grade-lead.ts' is of no gap of small");
    expect(stdout).toContain('if it belongs to grade');
    expect(stdout).toContain("'gaps/small/old.lock.json'");
    expect(stdout).not.toMatch(/README|grade-lead\.lock/);
  }
  expect((await runInProcess(['gaps'], cwd)).code).toBe(0);
  expect((await runInProcess(['build'], cwd)).stdout).not.toContain('FR7012');
});

test('says of a body that is gone, while its lock is there, that it is', async () => {
  await using folder = await specFolder({ small: SPEC });
  const cwd = folder.path;
  await runInProcess(['gaps', 'adopt', 'small'], cwd);
  await write(cwd, RIGHT);
  await runInProcess(['gaps', 'adopt', 'small'], cwd);
  await rm(join(cwd, BODY));
  const { stdout } = await runInProcess(['gaps', 'verify'], cwd);
  expect(stdout).toMatch(
    /missing .*the body is gone, its lock is still there: restore the body, or flowright gaps fill/,
  );
});
