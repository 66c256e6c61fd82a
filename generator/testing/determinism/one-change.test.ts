import { expect, test } from 'vitest';
import { loadText } from '../../check/testing/check-text.ts';
import { isRecord } from '../../data/is-record.ts';
import type { LoadedSpec } from '../../load/load-spec.ts';
import { snapshotName } from '../../pipeline/spec-snapshot.ts';
import { manifestName } from '../../write/manifest.ts';
import { compile, loadedExamples, withContent } from './compile.ts';
import { rowVariants, stepVariants, type Variant } from './variants.ts';

const SLOW = 120_000;
/** Two workflows with a mapping each, which nothing but the system connects. */
const TWO = `flowright: 1
name: two
systems: { crm: { baseUrl: https://crm.example.com } }
models: { Lead: { fields: { email: string, "name?": string } } }
endpoints: { send: { system: crm, method: POST, path: /leads, request: Lead } }
mappings:
  fromForm: { from: { mail: string }, to: Lead, rows: [{ to: email, from: mail }, { to: name, const: Form }] }
  fromChat: { from: Lead, to: Lead, rows: [{ to: email, from: email, pipe: [trim] }, { to: name, from: name }] }
workflows:
  form:
    trigger: { manual: { input: Lead } }
    steps: [{ id: lead, map: fromForm, from: { mail: input.email } }, { call: send, with: { body: '{lead}' } }]
  chat:
    trigger: { manual: { input: Lead } }
    steps: [{ id: lead, map: fromChat, from: input }, { call: send, with: { body: '{lead}' } }]
`;

/** What is made from the whole spec: the documents, and the version of the spec by which runs know what they were begun with. */
const DERIVED: ReadonlySet<string> = new Set(['README.md', snapshotName, manifestName]);
const VERSION = /^ *version: '[0-9a-f]{16}',$/m;
const CARRIES_VERSION = 'src/triggers.ts';

/** The files that are not the same in both outputs, but for those made from the whole spec. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((file) => {
    if (DERIVED.has(file)) return false;
    const [one, other] = [before.get(file), after.get(file)];
    return file === CARRIES_VERSION ? one?.replace(VERSION, '') !== other?.replace(VERSION, '') : one !== other;
  });
}

const specs = [...(await loadedExamples()), await loadText(TWO)];

test.each(specs.map((loaded) => [loaded.spec.name, loaded] as const))(
  'in %s a change of one row changes the file of its mapping and no other, one of a step that of its workflow',
  { timeout: SLOW },
  async (_, loaded) => {
    const before = await compile(loaded);
    if (before === undefined) throw new Error('the spec has errors');
    const tried = { rows: 0, steps: 0 };
    for (const { at, variants } of [...rowVariants(loaded.spec), ...stepVariants(loaded.spec)]) {
      const after = await outputsOf(loaded, before, variants);
      expect(after.length, `${at} cannot be changed`).toBeGreaterThan(0);
      for (const { variant, files } of after) {
        expect(changed(before, files), `${at}: ${variant.what}`).toEqual([fileOf(before, variant.part)]);
        // That the version is another one is what makes the whole spec's files differ at all.
        expect(files.get(CARRIES_VERSION)).not.toBe(before.get(CARRIES_VERSION));
      }
      tried[at.startsWith('mappings') ? 'rows' : 'steps'] += after.length;
    }
    expect(Math.min(tried.rows, tried.steps)).toBeGreaterThan(2);
  },
);

interface Tried {
  readonly variant: Variant;
  readonly files: ReadonlyMap<string, string>;
}

/** Of each group of variants the first that the check takes and that has an effect: the default of a lookup that always finds has none. */
async function outputsOf(
  loaded: LoadedSpec,
  before: ReadonlyMap<string, string>,
  groups: readonly (readonly Variant[])[],
): Promise<readonly Tried[]> {
  const outputs: Tried[] = [];
  for (const group of groups)
    for (const variant of group) {
      const spec = await withContent(loaded, variant.spec);
      const files = spec && (await compile(spec));
      if (files === undefined || changed(before, files).length === 0) continue;
      outputs.push({ variant, files });
      break;
    }
  return outputs;
}

/** The file that was made from a part of the spec, by the manifest. */
function fileOf(files: ReadonlyMap<string, string>, part: string): string | undefined {
  const origins: unknown = JSON.parse(files.get(manifestName) ?? '[]');
  const found = (Array.isArray(origins) ? origins : []).find(
    (one: unknown) => Array.isArray(one) && isRecord(one[1]) && one[1]['spec'] === part,
  );
  return Array.isArray(found) ? String(found[0]) : undefined;
}
