import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hash } from '../../data/hash.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { formatFiles } from '../../format/format-files.ts';
import { commandChecker } from '../../verify/command-checker.ts';
import { verifyTypes } from '../../verify/verify-types.ts';
import { manifestName, manifestText } from '../../write/manifest.ts';
import { writeOutput } from '../../write/write-output.ts';
import { runInProcess } from '../../cli/testing/run-in-process.ts';
import { GAPPED } from '../../cli/testing/small-specs.ts';
import { command, type Situation } from './situation.ts';

const first = [
  { path: 'src/main.ts', text: 'export {};\n' },
  { path: 'src/old.ts', text: 'export {};\n' },
];
const next = [{ path: 'src/main.ts', text: 'export { run } from "./run.ts";\n' }];

async function write(
  cwd: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<readonly Diagnostic[]> {
  return (await writeOutput('out/orders', files, { cwd })).diagnostics;
}

function writing(arrange: (folder: string, cwd: string) => Promise<unknown>, before: boolean): Situation {
  return {
    when: 'flowright build orders.integration.yaml',
    async tell(cwd) {
      const folder = path.join(cwd, 'out/orders');
      if (before) await write(cwd, first);
      await arrange(folder, cwd);
      return await write(cwd, next);
    },
  };
}

/** What only an output folder, or a bug, can bring about. */
export const situationsOfOutput: Readonly<Record<string, Situation>> = {
  FR4001: {
    when: 'flowright build orders.integration.yaml',
    async tell(cwd) {
      await mkdir(path.join(cwd, 'src'));
      await writeFile(path.join(cwd, 'package.json'), '{ "type": "module" }');
      await writeFile(path.join(cwd, 'src/total.ts'), "export const total: number = 'none';\n");
      return (await verifyTypes(cwd, commandChecker(), () => undefined)).diagnostics;
    },
  },
  FR4002: {
    when: 'flowright build orders.integration.yaml',
    tell: async (cwd) => (await verifyTypes(cwd, commandChecker(), () => undefined)).diagnostics,
  },
  FR5001: writing(async (folder) => await writeFile(path.join(folder, 'src/main.ts'), '// mine\n'), true),
  FR5002: writing(async (folder) => {
    await mkdir(path.join(folder, 'src'), { recursive: true });
    await writeFile(path.join(folder, 'src/main.ts'), '// mine\n');
  }, false),
  FR5003: writing(async (folder) => {
    await mkdir(folder, { recursive: true });
    await symlink(await mkdtemp(path.join(tmpdir(), 'elsewhere-')), path.join(folder, 'src'));
  }, false),
  FR5004: writing(
    async (_folder, cwd) => await writeFile(path.join(cwd, 'out'), 'a file where the folder has to be'),
    false,
  ),
  FR5005: writing(async (folder) => await writeFile(path.join(folder, manifestName), '{ "files": '), true),
  FR5006: writing(async (folder) => await writeFile(path.join(folder, 'src/old.ts'), '// mine\n'), true),
  FR5007: writing(async (folder) => {
    const file = path.join(folder, 'src/main.ts');
    const manifest = {
      files: new Map(),
      ejected: new Map([['src/main.ts', { sha256: hash(await readFile(file)) }]]),
      notes: {},
    };
    await writeFile(path.join(folder, manifestName), manifestText(manifest));
    await rm(file);
  }, true),
  FR5008: command('flowright eject out/orders/src/mian.ts', built),
  FR5009: command('flowright eject --undo out/orders/src/main.ts', built),
  FR5010: command('flowright build', async (cwd) => await ejected(cwd, 'return 1;')),
  FR5011: command('flowright build', async (cwd) => await ejected(cwd, "return '';", 'rateLead')),
  FR9001: {
    when: 'flowright build orders.integration.yaml',
    tell: async (cwd) => await write(cwd, [...next, ...next]),
  },
  FR9002: {
    when: 'flowright build orders.integration.yaml',
    tell: async () => (await formatFiles([{ path: 'src/main.ts', text: 'export const = ;\n' }])).diagnostics,
  },
};

async function built(cwd: string): Promise<void> {
  await writeFile(path.join(cwd, 'orders.integration.yaml'), GAPPED.replace('name: small', 'name: orders'));
  await runInProcess(['build'], cwd);
}

/** A gap that is ejected and filled. */
async function ejected(cwd: string, body: string, name = 'grade'): Promise<void> {
  await built(cwd);
  const file = path.join(cwd, 'out/orders/src/logic/grade.ts');
  await runInProcess(['eject', file], cwd);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/throw .*/, body).replace('function grade', `function ${name}`));
}
