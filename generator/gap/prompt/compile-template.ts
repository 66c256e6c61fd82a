import { checkNames } from './check-names.ts';

/** A template that is none, or that names what it will not be given. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/**
 * Makes a template that only inserts what it is given: nothing is escaped, a name that the sample does not have is an error, of helpers
 * there are `each`, `if` and `unless`, and nothing of a prototype can be reached. Handlebars is loaded with the first one.
 */
export async function compileTemplate(text: string, sample: object): Promise<(data: object) => string> {
  const { default: handlebars } = await import('handlebars');
  const environment = handlebars.create();
  let program: hbs.AST.Program;
  try {
    program = environment.parse(text);
  } catch (error) {
    throw new TemplateError(error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error));
  }
  const problem = checkNames(program, sample);
  if (problem !== undefined) throw new TemplateError(problem);
  const render = environment.compile(program, { noEscape: true, strict: true });
  return (data) =>
    `${render(bare(data), { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false })
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()}\n`;
}

/** The same data without prototypes: whatever its names are, they find nothing but what was given. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return { __proto__: null, ...Object.fromEntries(Object.entries(value).map(([name, part]) => [name, bare(part)])) };
}
