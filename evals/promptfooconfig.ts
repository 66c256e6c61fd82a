// The cases of `flowright eval` for promptfoo's own commands: promptfoo eval -c evals/promptfooconfig.ts, promptfoo view.
// FLOWRIGHT_EVAL has the options: FLOWRIGHT_EVAL="specs --prompt fill@v2 --repeat 5"; from recorded replies, unless it says otherwise.
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { batchedJudge } from '../generator/eval/lab/batched-judge.ts';
import { openLab } from '../generator/eval/lab/lab.ts';
import { SETTINGS } from '../generator/eval/promptfoo/hermetic.ts';
import { labProvider } from '../generator/eval/promptfoo/evaluate-cases.ts';
import { testsOf } from '../generator/eval/promptfoo/tests-of.ts';
import { loadSubject } from '../generator/eval/subject/load-subject.ts';
import { filterSuite } from '../generator/eval/suite/suite-of.ts';
import { addEvalOptions } from '../generator/cli/eval/add-commands.ts';
import type { EvalOptions } from '../generator/cli/eval/eval-options.ts';
import { evalParts, evalProvider, gradePrompts } from '../generator/cli/eval/eval-parts.ts';
import { versions } from '../generator/cli/eval/run-evals.ts';

Object.assign(process.env, SETTINGS);

const cwd = resolve(import.meta.dirname, '..');
const command = addEvalOptions(new Command());
command.parse(
  (process.env['FLOWRIGHT_EVAL'] ?? '').split(/\s+/).filter((word) => word !== ''),
  { from: 'user' },
);
const options = command.opts<EvalOptions>();
const specs = command.args.length === 0 ? [join(cwd, 'spec/examples')] : command.args.map((spec) => resolve(cwd, spec));

const io = { cwd, env: process.env, stdout: process.stdout, stderr: process.stderr };
const { judge } = batchedJudge();
const subject = await loadSubject(specs, { cwd, out: 'out', judge });
const [prompts] = await versions(options, cwd);
const [model = 'unspecified'] = options.models;
if (prompts === undefined || subject.integrations.length === 0) {
  throw new Error(`nothing to run:\n${subject.diagnostics.map(({ message }) => message).join('\n')}`);
}
const parts = await evalParts(
  { subject, prompts, model, judge, grade: await gradePrompts(options, cwd), provider: evalProvider(options, io) },
  options,
  io,
);
const suite = options.filter === undefined ? subject.suite : filterSuite(subject.suite, options.filter);
const lab = openLab({ all: subject.suite, measured: suite, repeats: options.repeat }, parts);
const cases = new Map(suite.map((one) => [one.expected.id, one]));
const { callApi, label } = labProvider(suite, lab, model);

interface Context {
  readonly vars: Readonly<Record<string, unknown>>;
}

/** What the model is sent, as promptfoo's view shows it. */
async function prompt({ vars }: Context): Promise<string> {
  const { id }: { readonly id?: unknown } = Object(vars['case']);
  const one = typeof id === 'string' ? cases.get(id) : undefined;
  return one === undefined ? '' : await lab.promptOf(one);
}

export default {
  description: `${prompts.prompt} with ${model}`,
  prompts: [{ raw: prompts.prompt, label: prompts.prompt, function: prompt }],
  providers: [Object.assign(async (text: string, context: Context) => await callApi(text, context), { label })],
  tests: testsOf(suite, options.repeat, lab),
  sharing: false,
};
