import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emitProject, type ProjectPlan } from './emit-project.ts';
import { envExample } from './env-example.ts';
import { codeCell, inline, link } from './markdown.ts';
import { outline } from './outline.ts';
import { VERSIONS } from './package-json.ts';
import { PROJECT } from './testing/plan.ts';

async function file(plan: ProjectPlan, path: string): Promise<string> {
  return (await emitProject(plan)).find((one) => one.path === path)?.text ?? '';
}

test('the versions that the output asks for are those of this repository', async () => {
  const read = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8'));
  expect(await read('../../../package.json')).toMatchObject({
    engines: { node: VERSIONS.node },
    dependencies: {
      '@flowright/runtime': VERSIONS.runtime,
      typescript: VERSIONS.typescript,
      '@types/node': VERSIONS.nodeTypes,
    },
    devDependencies: { vitest: VERSIONS.vitest },
  });
});

test('the package can be started and type-checked', async () => {
  expect(JSON.parse(await file(PROJECT, 'package.json'))).toMatchObject({
    name: 'shopify-hubspot',
    private: true,
    type: 'module',
    scripts: { start: expect.stringContaining('src/main.ts'), typecheck: 'tsc' },
  });
  const { compilerOptions } = JSON.parse(await file(PROJECT, 'tsconfig.json'));
  expect(compilerOptions).toMatchObject({
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    erasableSyntaxOnly: true,
    noEmit: true,
  });
});

test('the mocks are a typed literal', async () => {
  const text = await file(PROJECT, 'src/mocks.ts');
  expect(text).toContain("import type { MockDefinition } from '@flowright/runtime/mock';");
  expect(text).toMatch(/export const mocks: MockDefinition = \{ ?/);
});

test('the example of settings has every setting, no secret, and defaults that Node reads back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (description, value) => {
      const text = envExample([
        { name: 'TOKEN', secret: true, default: 'never', description },
        { name: 'REGION', secret: false, default: value, description },
      ]);
      const { TOKEN, REGION, ...others } = parseEnv(text);
      expect(TOKEN).toBe('');
      if (REGION !== '') expect(REGION).toBe(value);
      expect(others).toEqual({});
    }),
  );
});

test('the README says what a reader looks for', async () => {
  const text = await file(PROJECT, 'README.md');
  for (const said of [
    '# Shopify orders to HubSpot deals',
    'npm start',
    '| `HUBSPOT_TOKEN` | required, secret |',
    '| `HUBSPOT_BASE_URL` | default `https://api.hubapi.com` |',
    '[Shopify](https://shopify.dev/docs/api)',
  ])
    expect(text).toContain(said);
  expect(text).toContain('4. if found.results.length > 0\n   1. call updateDeal\n5. otherwise\n   1. call createDeal');
  expect(text).toContain('| `AC2` | Sales is happy. | not verified |');
  expect(text).toContain('| `stage` | `financial_status` | lookup stages \\| default appointmentscheduled |');
  expect(text).not.toMatch(/\n{3}|undefined|\[object/);
});

test('parts that the spec leaves out leave nothing behind', async () => {
  const bare: ProjectPlan = {
    name: 'bare',
    title: 'Bare',
    specFile: 'bare.yaml',
    settings: [],
    mocks: { systems: [], seeds: {} },
    tests: { files: [], fixtures: [] },
    readme: {
      types: [],
      systems: [],
      workflows: [],
      mappings: [],
      gaps: [],
      questions: [],
      assumptions: [],
      withoutEffect: [],
    },
  };
  expect((await file(bare, 'README.md')).match(/^#+ .*/gm)).toEqual(['# Bare', '## Run it']);
});

const HOSTILE = [
  '</details><script>',
  '| a | b |',
  '\n\n# x',
  '`code',
  '``` ```',
  '\\|',
  '\\',
  '<!--',
  '[x](javascript:alert)',
  '*b*',
  '_i_',
  '$a$ $b$',
  '&lt;',
  '- x',
  '1. x',
  '> q',
  '\u2028',
  '\u202e',
  '{{title}}',
  '%%',
  '%%{init: {}}%%',
  '"]',
  'end',
  '#35;',
  '---',
  '===',
  '    x',
  '~~s~~',
];
const hostile = fc
  .array(fc.constantFrom(...HOSTILE, 'a', ' '), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''));

test('no text of a spec changes how the README is built', async () => {
  const built = skeleton(await file(PROJECT, 'README.md'));
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      expect(skeleton(await file(replaceTexts(PROJECT, text), 'README.md'))).toEqual(built);
    }),
  );
});

/** What the lines are: headings, tables by their cells, HTML; paragraphs by nothing, as their number varies. */
function skeleton(markdown: string): readonly string[] {
  return markdown
    .split('\n')
    .map((line) => (/^\s+(?:subgraph )?[nf]\d+\S*".*"/.test(line) ? line.replaceAll(/"[^"]*"/g, '"t"') : line))
    .map((line) =>
      line
        .replaceAll(/<code>[^<]*<\/code>/g, 'c')
        .replaceAll(/(?<!\\)(`+)(?!`)(?:(?!\1).)*?[^`]\1(?!`)/g, (span) =>
          span.includes('|') && line.startsWith('|') ? span.replaceAll(/[^|\\]/g, 'c') : 'c',
        ),
    )
    .map((line) => line.replaceAll(/\\[!-/:-@[-`{-~]/g, 'e'))
    .flatMap((line) => {
      if (line.startsWith('#')) return [line.replace(/(?<=^#+ ).*/, '')];
      if (line.startsWith('|')) return [`table of ${line.split('|').length}`];
      return line.includes('<') || line.startsWith('```') || /^ +(?:subgraph|direction|end|class|[nf]\d)/.test(line)
        ? [line]
        : [];
    });
}

function replaceTexts(plan: ProjectPlan, text: string): ProjectPlan {
  const replace = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
      typeof inner === 'string' && !['state', 'verified', 'kind', 'role', 'failsIf'].includes(key) ? text : inner,
    );
  return {
    ...plan,
    title: text,
    description: text,
    specFile: text,
    settings: plan.settings.map((one) => ({ ...one, description: text })),
    readme: replace(plan.readme),
  };
}

test.each([
  ['a_b __proto__', String.raw`a_b \_\_proto\_\_`],
  ['# no heading', String.raw`\# no heading`],
  ['2. not a list', String.raw`2\. not a list`],
  ['a\n<b>', String.raw`a \<b>`],
  ['$5 & &amp;', String.raw`\$5 & \&amp;`],
])('%j is written as %j', (text, markdown) => {
  expect(inline(text)).toBe(markdown);
});

test('code in a table keeps its bars and backticks', () => {
  expect(codeCell('a|b')).toBe(String.raw`${'`'}a\|b${'`'}`);
  expect(codeCell('a`b')).toBe('`` a`b ``');
  expect(codeCell('\\|')).toBe('<code>&#92;&#124;</code>');
});

test('only addresses of the web become links', () => {
  expect(link('x', 'javascript:alert(1)')).toBe('x javascript:alert(1)');
  expect(link('a]b', 'https://example.com/a(1)')).toBe(String.raw`[a\]b](<https://example.com/a(1)>)`);
});

test('steps deeper than ten are still nested', () => {
  const steps = Array.from({ length: 10 }, (_, index) => ({ depth: 0, text: `s${index}` }));
  expect(
    outline([...steps, { depth: 1, text: 'inner' }])
      .split('\n')
      .at(-1),
  ).toBe('    1. inner');
});
