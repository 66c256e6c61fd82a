import { nearest } from '../../diagnostics/nearest.ts';
import { paintFor } from '../../diagnostics/render/colour.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import { failWith } from '../diagnostic-error.ts';
import { EXIT } from '../exit-code.ts';
import { copyTemplate } from '../init/copy-template.ts';
import { nameProblem } from '../init/spec-name.ts';
import { listTemplates, type Template } from '../init/templates.ts';
import type { CommandContext } from '../io.ts';
import { columns } from '../render/columns.ts';
import { writeJson } from '../render/write-json.ts';

export interface InitOptions {
  readonly template?: string;
  readonly dir?: string;
  readonly list?: boolean;
}

const DEFAULT_TEMPLATE = 'webhook-to-api';

/** `flowright init [name]` */
export async function initCommand(
  givenName: string | undefined,
  options: InitOptions,
  context: CommandContext,
): Promise<number> {
  const templates = await listTemplates();
  if (options.list === true) return list(templates, context);
  const wanted = options.template ?? DEFAULT_TEMPLATE;
  const template = templates.find((one) => one.name === wanted);
  const names = templates.map((one) => one.name);
  if (template === undefined)
    throw failWith('FR6003', { name: wanted, templates: names, suggestion: nearest(wanted, names) });
  const name = givenName ?? template.name;
  const problem = nameProblem(name);
  if (problem !== undefined) throw problem;
  const { cwd, stdout, env } = context.io;
  const files = (await copyTemplate(template, name, options.dir ?? name, cwd)).map((file) => displayPath(file, cwd));
  const [spec = ''] = files;
  if (context.json) writeJson(stdout, { version: 1, name, template: template.name, spec, files });
  else
    stdout.write(
      told(name, template, files, spec, env['npm_command'] === 'exec' ? 'npx flowright' : 'flowright', context),
    );
  return EXIT.ok;
}

function told(
  name: string,
  template: Template,
  files: readonly string[],
  spec: string,
  command: string,
  { io }: CommandContext,
): string {
  const paint = paintFor(io.stdout);
  const commands = columns([
    [`  ${command} check ${argument(spec)}`, paint('dim', 'says what is wrong with it')],
    [`  ${command} dev ${argument(spec)} --once`, paint('dim', 'builds it and tries it with mock systems')],
  ]);
  return [
    `${paint('bold', name)}, from the template ${template.name}:`,
    ...files.map((file) => `  ${file}`),
    '',
    'Next:',
    ...commands,
    '',
  ].join('\n');
}

/** A path as it can be pasted into a shell. */
function argument(path: string): string {
  return /^[\w./@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

function list(templates: readonly Template[], { io, json }: CommandContext): number {
  if (json)
    writeJson(io.stdout, { version: 1, templates: templates.map(({ name, description }) => ({ name, description })) });
  else {
    const paint = paintFor(io.stdout);
    const lines = columns(templates.map(({ name, description }) => [paint('bold', name), description]));
    io.stdout.write(`${lines.join('\n')}\n`);
  }
  return EXIT.ok;
}
