import type { Command, CommanderError } from 'commander';
import { didYouMean } from '../diagnostics/catalogue/entry.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';

/** What commander finds wrong with the arguments, as a diagnostic with the option or command that was probably meant. */
export function usageError({ code, message }: CommanderError, argv: readonly string[], program: Command): Diagnostic {
  const command = program.commands.find((one) => argv.includes(one.name()));
  const [problem = ''] = message.replace(/^error: /, '').split('\n');
  const unknown = /'([^']*)'/.exec(problem)?.[1] ?? '';
  const options = [...program.options, ...(command?.options ?? [])].flatMap((option) => option.long ?? []);
  const candidates: Readonly<Record<string, readonly string[]>> = {
    'commander.unknownOption': [...options, '--help'],
    'commander.unknownCommand': program.commands.map((one) => one.name()),
  };
  const help = `see flowright ${command === undefined ? '' : `${command.name()} `}--help`;
  return diagnostic('FR6001', {
    problem: clause(problem),
    fix: didYouMean(suggested(unknown, candidates[code] ?? []), help),
  });
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
