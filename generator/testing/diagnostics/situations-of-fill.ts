import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { DiagnosticCode } from '../../diagnostics/catalogue/catalogue.ts';
import { GAPPED } from '../../cli/testing/small-specs.ts';
import { openBudget } from '../../gap/fill/budget.ts';
import { fillDiagnostics } from '../../gap/fill/fill-diagnostics.ts';
import { fillGap } from '../../gap/fill/fill-gap.ts';
import { fakes, says, targetOf } from '../../gap/fill/testing/fill-fakes.ts';
import { startMessagesApi } from '../messages-api/messages-api.ts';
import { inOrder, type Reply } from '../messages-api/script.ts';
import { runInProcess } from '../../cli/testing/run-in-process.ts';
import { command, diagnosticsIn, diagnosticsOf, type Situation } from './situation.ts';

const SPEC = 'small.integration.yaml';
const BODY = "export function grade(input: GradeInput): GradeOutput {\n  return input.email === '' ? 'b' : 'a';\n}\n";

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

/** Filling a gap anew, after something has changed since its body was accepted; of what is told, what has this code. */
function refilled(of: DiagnosticCode, change: (cwd: string) => Promise<void>): Situation {
  const when = 'flowright gaps fill small grade --provider replay';
  return {
    when,
    async tell(cwd) {
      await writeFile(path.join(cwd, SPEC), GAPPED);
      await mkdir(path.join(cwd, 'gaps/small'), { recursive: true });
      await writeFile(path.join(cwd, 'gaps/small/grade.ts'), BODY);
      await runInProcess(['gaps', 'adopt', 'small'], cwd);
      await change(cwd);
      const diagnostics = (await diagnosticsOf(when, cwd)).filter(({ code }) => code === of);
      return { diagnostics, sources: new Map([[SPEC, await readFile(path.join(cwd, SPEC), 'utf8')]]) };
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
    await writeFile(path.join(cwd, 'gaps/small/grade.ts'), BODY);
  }),
  FR7408: {
    when: 'flowright gaps fill',
    async tell() {
      const save = (): Promise<void> =>
        Promise.reject(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }));
      const { parts } = fakes({ grade: [says('body')] }, { save });
      const outcome = await fillGap(targetOf('grade'), parts);
      const told = fillDiagnostics([outcome], openBudget(undefined));
      return told.map(({ code, severity, message, fix = '' }) => ({ code, severity, message, fix }));
    },
  },
  FR7409: {
    when: 'flowright gaps fill --base-url http://models.example.com',
    async tell(cwd) {
      const argv = ['gaps', 'fill', '--base-url', 'http://models.example.com', '--json'];
      return diagnosticsIn((await runInProcess(argv, cwd, { ANTHROPIC_API_KEY: 'made-up' })).stdout);
    },
  },
  FR7410: {
    when: 'flowright gaps fill',
    async tell(cwd) {
      const [pid, host] = [process.ppid, hostname()];
      await mkdir(path.join(cwd, '.flowright/gaps'), { recursive: true });
      await writeFile(path.join(cwd, '.flowright/gaps/running.json'), JSON.stringify({ pid, host, run: 'another' }));
      const told = await diagnosticsOf('flowright gaps fill', cwd);
      // Both are of this machine.
      return told.map((one) => ({ ...one, message: one.message.replace(`${pid} on ${host}`, '4711 on build-7') }));
    },
  },
  FR7411: refilled('FR7411', async (cwd) => {
    const file = path.join(cwd, 'gaps/small/grade.lock.json');
    const attachments = `"attachments": [{ "file": "docs/grades.md", "sha256": "${'a'.repeat(64)}" }]`;
    await writeFile(file, (await readFile(file, 'utf8')).replace('"attachments": []', attachments));
  }),
  FR7412: refilled('FR7412', async (cwd) => {
    await writeFile(path.join(cwd, SPEC), GAPPED.replace('How good is it?', 'How good is it now?'));
  }),
};
