import type { Command, CommanderError } from 'commander';
import { didYouMean } from '../diagnostics/catalogue/entry.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';

/** What commander finds wrong with the arguments, as a diagnostic with the option or command that was probably meant. */
export function usageError({ code, message }: CommanderError, argv: readonly string[], program: Command): Diagnostic {
  const commands = commandsOf(argv, program);
  const command = commands.at(-1);
  const [problem = ''] = message.replace(/^error: /, '').split('\n');
  const unknown = /'([^']*)'/.exec(problem)?.[1] ?? '';
  const options = [...program.options, ...(command?.options ?? [])].flatMap((option) => option.long ?? []);
  const candidates: Readonly<Record<string, readonly string[]>> = {
    'commander.unknownOption': [...options, '--help'],
    'commander.unknownCommand': program.commands.map((one) => one.name()),
  };
  const help = `see ${['flowright', ...commands.map((one) => one.name()), '--help'].join(' ')}`;
  return diagnostic('FR6001', {
    problem: clause(problem),
    fix: didYouMean(suggested(unknown, candidates[code] ?? []), help),
  });
}

/** The command that was called, and that of it: `gaps`, `fill`. */
function commandsOf(argv: readonly string[], { commands }: Command): readonly Command[] {
  const at = argv.findIndex((word) => commands.some((one) => one.name() === word));
  const command = commands.find((one) => one.name() === argv[at]);
  return command === undefined ? [] : [command, ...commandsOf(argv.slice(at + 1, at + 2), command)];
}

/** Dashes are no likeness. */
function suggested(name: string, candidates: readonly string[]): string | undefined {
  const bare = nearest(
    name.replace(/^-+/, ''),
    candidates.map((candidate) => candidate.replace(/^--/, '')),
  );
  return candidates.find((candidate) => candidate.replace(/^--/, '') === bare);
}

/** Commander's own wording, as a clause. */
function clause(text: string): string {
  const said = text.replace(
    /' argument '(.*)' is invalid\. (.*)$/,
    (_, value: string, why: string) => `' cannot be '${value}': ${lowerFirst(why)}`,
  );
  return lowerFirst(said.replace(/\.$/, ''));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
