import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GAPPED } from '../../cli/testing/small-specs.ts';
import { openBudget } from '../../gap/fill/budget.ts';
import { fillDiagnostics } from '../../gap/fill/fill-diagnostics.ts';
import { fillGap } from '../../gap/fill/fill-gap.ts';
import { fakes, says, targetOf } from '../../gap/fill/testing/fill-fakes.ts';
import { startMessagesApi } from '../messages-api/messages-api.ts';
import { inOrder, type Reply } from '../messages-api/script.ts';
import { command, diagnosticsOf, type Situation } from './situation.ts';

const SPEC = 'small.integration.yaml';

/** Filling a gap by a server that replies so. */
function filled(reply: Reply, options = ''): Situation {
  return {
    when: `flowright gaps fill small grade${options}`,
    async tell(cwd) {
      await writeFile(path.join(cwd, SPEC), GAPPED);
      const server = await startMessagesApi({ script: inOrder(reply) });
      try {
        const line = `flowright gaps fill small grade${options} --base-url ${server.baseUrl}`;
        const diagnostics = await diagnosticsOf(line, cwd);
        return { diagnostics, sources: new Map([[SPEC, await readFile(path.join(cwd, SPEC), 'utf8')]]) };
      } finally {
        await server.close();
      }
    },
  };
}

/** Filling: what replies, budgets and files can bring about. */
export const situationsOfFill: Readonly<Record<string, Situation>> = {
  FR7401: command('flowright gaps fill --model llama3.3 --budget 2.50', async (cwd) => {
    await writeFile(path.join(cwd, SPEC), GAPPED);
  }),
  FR7402: filled({ text: '' }, ' --budget 0.01'),
  FR7403: filled({ text: 'CONTRADICTION: the rule is a question, and no example says what is good' }),
  FR7404: filled({
    text: '```ts\nexport function grade(input: GradeInput): GradeOutput {\n  return input.mail;\n}\n```',
  }),
  FR7405: filled({ fault: 'refused' }),
  FR7406: filled({ fault: 'truncated' }),
  FR7407: command('flowright gaps fill', async (cwd) => {
    await writeFile(path.join(cwd, SPEC), GAPPED);
    await mkdir(path.join(cwd, 'gaps/small'), { recursive: true });
    const body =
      "export function grade(input: GradeInput): GradeOutput {\n  return input.email === '' ? 'b' : 'a';\n}\n";
    await writeFile(path.join(cwd, 'gaps/small/grade.ts'), body);
  }),
  FR7408: {
    when: 'flowright gaps fill',
    async tell() {
      const save = (): Promise<void> => Promise.reject(new Error('ENOSPC: no space left on device, write'));
      const { parts } = fakes({ grade: [says('body')] }, { save });
      const outcome = await fillGap(targetOf('grade'), parts);
      const told = fillDiagnostics([outcome], openBudget(undefined));
      return told.map(({ code, severity, message, fix = '' }) => ({ code, severity, message, fix }));
    },
  },
};
