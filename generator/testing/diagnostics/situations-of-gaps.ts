import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GAPPED } from '../../cli/testing/small-specs.ts';
import { command, type Situation } from './situation.ts';

/** The spec of a gap whose lock has this text. */
async function lockOf(cwd: string, text: string): Promise<void> {
  await writeFile(path.join(cwd, 'small.integration.yaml'), GAPPED);
  await mkdir(path.join(cwd, 'gaps/small'), { recursive: true });
  await writeFile(path.join(cwd, 'gaps/small/grade.lock.json'), text);
}

/** What only the files beside a spec can bring about. */
export const situationsOfGaps: Readonly<Record<string, Situation>> = {
  FR7003: command('flowright gaps', async (cwd) => await lockOf(cwd, '{\n<<<<<<< main\n  "version": 1\n')),
  FR7010: command('flowright gaps verify', async (cwd) => {
    await writeFile(path.join(cwd, 'small.integration.yaml'), GAPPED);
    await mkdir(path.join(cwd, 'gaps/small'), { recursive: true });
    const body = 'export function grade(input: GradeInput): GradeOutput {\n  return input.email.length;\n}\n';
    await writeFile(path.join(cwd, 'gaps/small/grade.ts'), body);
  }),
  FR7012: command('flowright gaps', async (cwd) => {
    await writeFile(path.join(cwd, 'small.integration.yaml'), GAPPED);
    await mkdir(path.join(cwd, 'gaps/small'), { recursive: true });
    await writeFile(path.join(cwd, 'gaps/small/grade-lead.ts'), '');
  }),
  FR7011: command('flowright gaps adopt small grde', async (cwd) => {
    await writeFile(path.join(cwd, 'small.integration.yaml'), GAPPED);
  }),
};
