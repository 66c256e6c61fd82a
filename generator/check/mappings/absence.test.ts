import { describe, expect, test } from 'vitest';
import { checkText, told } from '../testing/check-text.ts';
import { mappingText } from '../testing/spec-text.ts';

type Presence = 'there' | 'optional' | 'nullable' | 'both';
type Policy = 'plain' | 'omit' | 'null' | 'empty' | 'default';

const FIELD: Readonly<Record<Presence, string>> = {
  there: 'a: string',
  optional: '"a?": string',
  nullable: 'a: string | null',
  both: '"a?": string | null',
};
const ROW: Readonly<Record<Policy, string>> = {
  plain: '',
  omit: ', absent: omit',
  null: ", absent: 'null'",
  empty: ', absent: empty',
  default: ', default: none',
};

/** How the target is set: `always`, `ifPresent`, `ifDefined`; a `??` is written out; `no` where the check refuses. */
async function outcome(source: Presence, target: Presence, policy: Policy): Promise<string> {
  const text = mappingText(`{ ${FIELD[source]} }`, `{ ${FIELD[target]} }`, [`{ to: a, from: a${ROW[policy]} }`]);
  const { checked, diagnostics } = await checkText(text);
  if (checked === undefined)
    return `no: ${told(text, diagnostics)
      .map((line) => line.slice(0, 6))
      .join()}`;
  const [field] = checked.mappings[0]?.build.fields ?? [];
  const value = field?.build.kind === 'value' ? field.build.value : undefined;
  const fallback = value?.kind === 'coalesce' ? value.of.at(-1) : undefined;
  return `${field?.set ?? ''}${fallback?.kind === 'literal' ? ` ?? ${JSON.stringify(fallback.value)}` : ''}`;
}

const REFUSED = 'no: FR2005';

/** For each target, what becomes of a source that is there, optional, nullable, or both. */
describe.each<[Policy, Readonly<Record<Presence, readonly [string, string, string, string]>>]>([
  [
    'plain',
    {
      there: ['always', REFUSED, REFUSED, REFUSED],
      optional: ['always', 'ifDefined', 'ifPresent', 'ifPresent'],
      nullable: ['always', REFUSED, 'always', REFUSED],
      both: ['always', 'ifDefined', 'always', 'ifDefined'],
    },
  ],
  [
    'omit',
    {
      there: ['always', REFUSED, REFUSED, REFUSED],
      optional: ['always', 'ifPresent', 'ifPresent', 'ifPresent'],
      nullable: ['always', REFUSED, REFUSED, REFUSED],
      both: ['always', 'ifPresent', 'ifPresent', 'ifPresent'],
    },
  ],
  [
    'null',
    {
      there: ['always', REFUSED, REFUSED, REFUSED],
      optional: ['always', REFUSED, REFUSED, REFUSED],
      nullable: ['always', 'always ?? null', 'always ?? null', 'always ?? null'],
      both: ['always', 'always ?? null', 'always ?? null', 'always ?? null'],
    },
  ],
  [
    'empty',
    {
      there: ['always', 'always ?? ""', 'always ?? ""', 'always ?? ""'],
      optional: ['always', 'always ?? ""', 'always ?? ""', 'always ?? ""'],
      nullable: ['always', 'always ?? ""', 'always ?? ""', 'always ?? ""'],
      both: ['always', 'always ?? ""', 'always ?? ""', 'always ?? ""'],
    },
  ],
  [
    'default',
    {
      there: ['always', 'always ?? "none"', 'always ?? "none"', 'always ?? "none"'],
      optional: ['always', 'always ?? "none"', 'always ?? "none"', 'always ?? "none"'],
      nullable: ['always', 'always ?? "none"', 'always ?? "none"', 'always ?? "none"'],
      both: ['always', 'always ?? "none"', 'always ?? "none"', 'always ?? "none"'],
    },
  ],
])('a row with %s', (policy, expected) => {
  test.each<Presence>(['there', 'optional', 'nullable', 'both'])('into a target that is %s', async (target) => {
    const outcomes = await Promise.all(
      (['there', 'optional', 'nullable', 'both'] as const).map(async (source) => await outcome(source, target, policy)),
    );
    expect(outcomes).toEqual(expected[target]);
  });
});
