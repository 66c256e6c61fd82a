import { Writable } from 'node:stream';
import { createProgram } from '../program.ts';

/** What the command table says for help of all commands (''), of each command, and for the version, in colours. */
export function renderPages(width: number): Readonly<Record<string, string>> {
  let text = '';
  const write = (chunk: Buffer, _: unknown, done: () => void): void => {
    text += chunk.toString('utf8');
    done();
  };
  const stdout = Object.assign(new Writable({ write }), { isTTY: true, columns: width });
  const { program } = createProgram({ stdout, stderr: stdout, env: {}, cwd: '.' });
  const said = (say: () => void): string => {
    text = '';
    say();
    return text;
  };
  return {
    '': said(() => program.outputHelp()),
    '--version': `${program.version() ?? ''}\n`,
    ...Object.fromEntries(program.commands.map((command) => [command.name(), said(() => command.outputHelp())])),
  };
}
