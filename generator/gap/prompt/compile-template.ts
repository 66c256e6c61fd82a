/**
 * Makes a template that only inserts what it is given: nothing is escaped, a name that is not there is an error, of helpers there are
 * `each`, `if` and `unless`, and nothing of a prototype can be reached. Handlebars is loaded with the first one.
 */
export async function compileTemplate(text: string): Promise<(data: object) => string> {
  const { default: handlebars } = await import('handlebars');
  const environment = handlebars.create();
  const render = environment.compile(text, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: {
      each: true,
      if: true,
      unless: true,
      with: false,
      log: false,
      lookup: false,
      helperMissing: false,
      blockHelperMissing: false,
    },
  });
  return (data) =>
    `${String(render(bare(data), { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }))
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()}\n`;
}

/** The same data without prototypes, so that `toString` and the like are names that are not there. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return { __proto__: null, ...Object.fromEntries(Object.entries(value).map(([name, part]) => [name, bare(part)])) };
}
