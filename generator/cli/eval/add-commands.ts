import { Option, InvalidArgumentError, type Command } from 'commander';
import { EXAMPLES } from '../examples.ts';
import type { Does } from '../gaps/add-commands.ts';
import { urlOption } from '../gaps/option-values.ts';
import { REPORTS, type AcceptOptions, type EvalOptions, type ReportName } from './eval-options.ts';

/** `flowright eval` and `flowright eval accept`; what they do is imported when they are called. */
export function addEvalCommands(program: Command, does: Does): void {
  const evals = addEvalOptions(
    program
      .command('eval')
      .summary('measure how well models fill gaps')
      .description(
        'Runs every gap and every acceptance criterion of specs as named cases: bodies are checked and tried, workflows run with them against the mock systems, and a model grades what only a reader can judge. From recorded replies, without a key or the network, unless --mode says otherwise.',
      ),
  )
    .option(
      '--compare <what>',
      "compare with the prompt's own baseline (baseline), or with that of another prompt (fill@v1)",
    )
    .option('--gate', 'exit 1 also where the quality is not good enough')
    .option('--report <names>', `reports to write: ${REPORTS.join(', ')}`, reports)
    .option('-o, --out <dir>', 'where reports are written', 'evals/reports')
    .action((specs: string[], options: EvalOptions) =>
      does(async (context) =>
        offline(options, async () => (await import('./eval-command.ts')).evalCommand(specs, options, context)),
      ),
    );

  addEvalOptions(
    evals
      .command('accept')
      .summary('let a run be the baseline')
      .description(
        'Runs the evals and writes what they show as the baseline of each prompt and model, with the reason. Errors keep a run from becoming one; being worse does not.',
      ),
  )
    .requiredOption('--reason <text>', 'why the baseline moves')
    .action((specs: string[], _options: unknown, command: Command) =>
      // The group has options of the same names, which would take the values.
      does(async (context) => {
        const options = command.optsWithGlobals<AcceptOptions>();
        return await offline(options, async () =>
          (await import('./accept-command.ts')).acceptCommand(specs, options, context),
        );
      }),
    );
  for (const command of evals.commands) command.addHelpText('after', `\n${EXAMPLES[`eval ${command.name()}`] ?? ''}`);
}

/** Where a replay runs once more, this process only waits: it loads nothing of what the command is made of. */
async function offline({ mode }: EvalOptions, work: () => Promise<number>): Promise<number> {
  if (mode !== 'replay') return await work();
  return (await (await import('./stay-offline.ts')).stayOffline()) ?? (await work());
}

/** What `eval`, `eval accept` and promptfoo's own commands have in common. */
export function addEvalOptions(command: Command): Command {
  return command
    .argument('[specs...]', 'spec files, folders or globs; the current folder where none is given')
    .option('--prompt <names>', 'prompt versions: fill@v1,fill@v2; the current one where absent', prompts)
    .option('--models <names>', 'models, one run each: a,b', list, ['unspecified'])
    .option('--grader <model>', 'the model that grades; the first of the models where absent')
    .option('-n, --repeat <count>', 'how often each case is asked', count, 1)
    .option('--filter <text>', 'only cases that have this in their name')
    .addOption(
      new Option('--mode <mode>', 'replay recorded replies; record those that are missing; ask live')
        .choices(['replay', 'record', 'live'])
        .default('replay'),
    )
    .option('--recordings <dir>', 'recorded replies', 'evals/recordings')
    .option('--baselines <dir>', 'baselines', 'evals/baselines')
    .option('--prompts <dir>', 'a folder of prompts of your own')
    .option('--base-url <url>', 'another server that speaks the Messages API', urlOption)
    .option('--insecure', 'send the key also to another machine without encryption (http://)')
    .option('--budget <dollars>', 'the most that the replies may cost', dollars)
    .option('--concurrency <count>', 'askings under way at the same time', count, 4);
}

function list(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function prompts(text: string): readonly string[] {
  const names = list(text);
  const wrong = names.find((name) => !/^fill@v[1-9]\d*$/.test(name));
  if (wrong !== undefined || names.length === 0) throw new InvalidArgumentError('A prompt is named as fill@v1.');
  return names;
}

function reports(text: string): readonly ReportName[] {
  const names = list(text);
  const unknown = names.find((name) => !REPORTS.some((one) => one === name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no report '${unknown}'; there are ${REPORTS.join(', ')}.`);
  return REPORTS.filter((one) => names.includes(one));
}

function count(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('A count is a number from 1 to 999.');
  return Number(text);
}

function dollars(text: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(text)) throw new InvalidArgumentError('A budget is in US dollars: 2.50.');
  return Number(text);
}
