import { Argument, Command, InvalidArgumentError, Option, type OutputConfiguration } from 'commander';
import { paintFor } from '../diagnostics/render/colour.ts';
import { collect } from './collect.ts';
import { addEvalCommands } from './eval/add-commands.ts';
import { addGapCommands } from './gaps/add-commands.ts';
import { EXAMPLES, EXIT_CODES } from './examples.ts';
import { EXIT } from './exit-code.ts';
import { helpWidth } from './help/pages.ts';
import type { CliIo, CommandContext } from './io.ts';
import type { BuildOptions } from './commands/build.ts';
import type { ConnectOptions } from './commands/connect.ts';
import type { DevOptions } from './commands/dev.ts';
import type { DiffOptions } from './commands/diff.ts';
import type { FlowOptions } from './commands/flow.ts';
import type { EjectOptions } from './commands/eject.ts';
import type { ExportOptions } from './commands/export.ts';
import type { ImportOptions } from './commands/import.ts';
import type { InitOptions } from './commands/init.ts';
import type { MutateOptions } from './commands/mutate.ts';
import type { RecordsOptions } from './commands/records.ts';
import type { RunOptions } from './commands/run.ts';
import { MUTATION_KINDS, type MutationKind } from '../mutation/kinds.ts';
import { generatorVersion } from '../pipeline/generator-version.ts';
import type { TestOptions } from './commands/test.ts';

/** The commands as a parser, and the exit code of the one that ran. */
export interface Program {
  readonly program: Command;
  readonly exitCode: () => number;
}

/** The command table. What a command does is imported when it is called, so that help and version need nothing of it. */
export function createProgram(io: CliIo): Program {
  let exitCode: number = EXIT.ok;
  const program = new Command('flowright');
  const does = async (work: (context: CommandContext) => Promise<number>): Promise<void> => {
    exitCode = await work({ io, json: program.opts<{ json?: boolean }>().json === true });
  };

  program
    .description('Compiles integration specs into typed TypeScript integrations that really run.')
    .version(generatorVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help of a command')
    .option('--json', 'print the result as JSON, and nothing else, on standard output')
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput(outputTo(io))
    .configureHelp({
      styleTitle: (title) => paintFor(io.stdout)('bold', title),
      showGlobalOptions: true,
      // Those of the program; options of a group that is a command itself, such as `eval`, are not its commands'.
      visibleGlobalOptions: (command) => (command === program ? [] : program.options.filter(({ hidden }) => !hidden)),
    });

  program
    .command('check')
    .summary('say what is wrong with specs')
    .description(
      'Checks specs and reports everything that is wrong with them, each with its place and a fix. Writes nothing.',
    )
    .argument('[specs...]', 'spec files, folders or globs; the current folder where none is given')
    .action((specs: string[]) =>
      does(async (context) => (await import('./commands/check.ts')).checkCommand(specs, context)),
    );

  program
    .command('build')
    .summary('generate integrations from specs')
    .description(
      'Builds an integration from each spec. A spec with errors keeps its previous output; the others are built.',
    )
    .argument('[specs...]', 'spec files, folders or globs; the current folder where none is given')
    .option('-o, --out <dir>', 'folder that holds one folder for each integration', 'out')
    .option('--force', 'overwrite generated files that were edited by hand')
    .addOption(
      new Option('--frozen', 'write nothing; exit 1 if anything would change, was edited, or is a gap').conflicts(
        'force',
      ),
    )
    .addOption(
      new Option('-w, --watch', 'build again whenever a spec, or a file that it refers to, changes').conflicts([
        'force',
        'frozen',
      ]),
    )
    .option('--no-cache', 'build also what is as the last build left it')
    .action((specs: string[], options: BuildOptions) =>
      does(async (context) => (await import('./commands/build.ts')).buildCommand(specs, options, context)),
    );

  program
    .command('diff')
    .summary('show what a build would change')
    .description(
      'Shows what a build would change: in what the spec says, and file by file. Writes nothing; exits 1 where anything differs.',
    )
    .argument('[specs...]', 'spec files, folders or globs; the current folder where none is given')
    .option('-o, --out <dir>', 'folder that holds one folder for each integration', 'out')
    .option('--stat', 'names and sizes only')
    .action((specs: string[], options: DiffOptions) =>
      does(async (context) => (await import('./commands/diff.ts')).diffCommand(specs, options, context)),
    );

  program
    .command('eject')
    .summary('make a generated file your own')
    .description(
      'Makes generated files yours: builds no longer write them, but still check that they and the generated code fit.',
    )
    .argument('<files...>', 'generated files')
    .option('--undo', 'give them back')
    .action((files: string[], options: EjectOptions) =>
      does(async (context) => (await import('./commands/eject.ts')).ejectCommand(files, options, context)),
    );

  program
    .command('init')
    .summary('write a new spec to start from')
    .description('Writes a small, complete spec with its payloads, from a template. Never overwrites a file.')
    .argument('[name]', "the integration's name; the template's where absent")
    .option('-t, --template <name>', 'the template; --list shows them')
    .option('--dir <dir>', 'where to write it; a folder of the same name where absent')
    .option('--list', 'list the templates')
    .action((name: string | undefined, options: InitOptions) =>
      does(async (context) => (await import('./commands/init.ts')).initCommand(name, options, context)),
    );

  addGapCommands(program, does);
  addEvalCommands(program, does);

  program
    .command('dev')
    .summary('try an integration with mock systems')
    .description(
      'Runs an integration with its mock systems in this process, and shows what happens. No credentials are needed, and nothing is kept.',
    )
    .argument('<integration>', "an integration's folder, or a spec, which is built first")
    .option('--send', 'deliver the example payload to each webhook, and start each other workflow, once')
    .option('--once', 'as --send, then exit: 0 where every run completed, 1 where one failed')
    .option(
      '--fault <fault>',
      'let a mock system fail: SYSTEM[.ENDPOINT]=429, =500, =slow, =malformed, =disconnect; repeatable',
      collect,
      [],
    )
    .option('-p, --port <port>', 'where the integration listens; 3000, or any free port where that is taken', port)
    .option('-o, --out <dir>', 'where a spec is built', 'out')
    .action((target: string, options: DevOptions) =>
      does(async (context) => (await import('./commands/dev.ts')).devCommand(target, options, context)),
    );

  program
    .command('test')
    .summary('run the tests of integrations')
    .description(
      'Runs the tests that acceptance criteria became, offline, against the mock systems: criterion by criterion, with the reason where one fails.',
    )
    .argument(
      '[integrations...]',
      "folders of integrations, folders that hold some, or specs, which are built first; out's where none is given",
    )
    .option('-o, --out <dir>', 'where specs are built', 'out')
    .action((targets: string[], options: TestOptions) =>
      does(async (context) => (await import('./commands/test.ts')).testCommand(targets, options, context)),
    );

  program
    .command('mutate')
    .summary('say what no acceptance criterion would miss')
    .description(
      'Deletes each guard, row, signature line, retry, … of a spec for itself, and says which of them nothing would miss: no diagnostic, no type check and no acceptance criterion. Changes no file.',
    )
    .argument('[specs...]', 'spec files, folders or globs; the current folder where none is given')
    .option('--kinds <kinds>', `what is deleted: ${MUTATION_KINDS.join(', ')}; all of them where absent`, kinds)
    .option('--at-least <percent>', 'exit 1 where less than this is noticed', percent)
    .action((specs: string[], options: MutateOptions) =>
      does(async (context) => (await import('./commands/mutate.ts')).mutateCommand(specs, options, context)),
    );

  program
    .command('run')
    .summary('run an integration against the real systems')
    .description(
      'Runs an integration with the settings of the environment and of a .env file, until a signal ends it. Logs are JSON lines. With a workflow or an input it runs that workflow once, and prints what it returns as JSON.',
    )
    .argument('<integration>', "an integration's folder")
    .argument('[workflow]', 'the workflow to run once; the one that is started by hand, where --input is given')
    .option('-i, --input <json>', 'the input of the workflow: a JSON file, or JSON')
    .option('--env <file>', 'settings, one NAME=value a line; .env of the folder or of the current one where absent')
    .option('-p, --port <port>', 'where it listens; PORT of the settings, or 3000', port)
    .action((folder: string, workflow: string | undefined, options: RunOptions) =>
      does(async (context) => (await import('./commands/run.ts')).runCommand(folder, workflow, options, context)),
    );

  program
    .command('connect')
    .summary('let a person agree, and keep the refresh token')
    .description(
      'Connects a system whose auth is oauth2 with grant: authorizationCode: shows the page where a person agrees, waits for the browser to come back, and stores the refresh token in the data folder, in a file that only its owner may read.',
    )
    .argument('<integration>', "an integration's folder")
    .argument('<system>', "the system's id")
    .option('--env <file>', 'settings, one NAME=value a line; .env of the folder or of the current one where absent')
    .option('--data <dir>', 'the data folder; FLOWRIGHT_DATA_DIR, or .flowright of the current folder where absent')
    .option('--redirect <url>', 'a redirect URI of the client, on this machine', 'http://127.0.0.1:8976/callback')
    .action((folder: string, system: string, options: ConnectOptions) =>
      does(async (context) => (await import('./commands/connect.ts')).connectCommand(folder, system, options, context)),
    );

  program
    .command('records')
    .summary('list what the record store holds')
    .description(
      'Lists the records that runs have saved, in the order in which they were first saved: model, id, when the value last changed, and the value.',
    )
    .argument('[model]', 'a model; all of them where none is given')
    .option('--data <dir>', 'the data folder; FLOWRIGHT_DATA_DIR, or .flowright of the current folder where absent')
    .option('--deleted', 'also what was removed or pruned, with the time')
    .action((model: string | undefined, options: RecordsOptions) =>
      does(async (context) => (await import('./commands/records.ts')).recordsCommand(model, options, context)),
    );

  program
    .command('explain')
    .summary('say more of a diagnostic')
    .description(
      'Says what a diagnostic means, why it is one and how to put it right. Lists them all where no code is given.',
    )
    .argument('[code]', 'the code that stands before the message: FR2003')
    .action((code: string | undefined) =>
      does(async (context) => (await import('./commands/explain.ts')).explainCommand(code, context)),
    );

  program
    .command('flow')
    .summary('draw a workflow or a mapping')
    .description(
      'Draws workflows as Mermaid or SVG, and mappings as SVG: on standard output, or into a file or folder.',
    )
    .argument('<spec>', 'a spec file, a folder or a glob')
    .addOption(new Option('--workflow <id>', 'the workflow; all of them where absent').conflicts('mapping'))
    .option('--mapping <id>', 'a mapping instead, as SVG')
    .addOption(
      new Option('--format <format>', 'mermaid, or svg: a page of its own, light and dark').choices(['mermaid', 'svg']),
    )
    .option('-o, --out <path>', 'a file (.mmd, .svg), or a folder that gets a file for each picture')
    .action((spec: string, options: FlowOptions) =>
      does(async (context) => (await import('./commands/flow.ts')).flowCommand(spec, options, context)),
    );

  program
    .command('import')
    .summary('write a spec from an OpenAPI or Arazzo document')
    .description(
      'Writes the system, the endpoints and the models of an OpenAPI document as a spec without workflows, or the workflows of an Arazzo document as a spec: on standard output, or into a new file. What was lost is told. Nothing is fetched from the network.',
    )
    .addArgument(new Argument('<format>', 'what the file is').choices(['openapi', 'arazzo']))
    .argument('<file>', 'the document, as JSON or YAML')
    .option(
      '--operation <id>',
      'an operation by its operationId, or METHOD /path; repeatable; all where absent',
      collect,
      [],
    )
    .option('--tag <tag>', 'the operations of a tag; repeatable', collect, [])
    .option('--system <id>', "what the system is called in the spec; a word of the document's title where absent")
    .option('-o, --out <file>', 'where to write it')
    .action((format: 'openapi' | 'arazzo', file: string, options: ImportOptions) =>
      does(async (context) => (await import('./commands/import.ts')).importCommand(format, file, options, context)),
    );

  program
    .command('export')
    .summary('write the workflows of a spec as an Arazzo document')
    .description(
      'Writes what Arazzo can say of a spec: on standard output, or into a new file (.yaml, .json). What was lost is told.',
    )
    .addArgument(new Argument('<format>', 'what is written').choices(['arazzo']))
    .argument('<spec>', 'a spec file')
    .option('-o, --out <file>', 'where to write it')
    .action((format: 'arazzo', spec: string, options: ExportOptions) =>
      does(async (context) => (await import('./commands/export.ts')).exportCommand(format, spec, options, context)),
    );

  program.addHelpText('after', `\n${EXAMPLES['flowright'] ?? ''}\n\n${EXIT_CODES}`);
  for (const command of program.commands) command.addHelpText('after', `\n${EXAMPLES[command.name()] ?? ''}`);
  return { program, exitCode: () => exitCode };
}

/** Usage errors are shown as diagnostics, so what commander would say of them goes nowhere. */
function outputTo({ stdout }: CliIo): OutputConfiguration {
  const colours = paintFor(stdout)('bold', '') !== '';
  return {
    writeOut: (text) => void stdout.write(text),
    writeErr: () => undefined,
    outputError: () => undefined,
    getOutHelpWidth: () => helpWidth(stdout),
    getOutHasColors: () => colours,
  };
}

function port(text: string): number {
  const value = Number(text);
  if (!/^\d{1,5}$/.test(text) || value > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return value;
}

function kinds(text: string): readonly MutationKind[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !MUTATION_KINDS.some((kind) => kind === name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no kind '${unknown}'; there are ${MUTATION_KINDS.join(', ')}.`);
  return MUTATION_KINDS.filter((kind) => names.includes(kind));
}

function percent(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}(?:\.\d+)?$/.test(text) || value > 100)
    throw new InvalidArgumentError('A share is a number from 0 to 100.');
  return value;
}
