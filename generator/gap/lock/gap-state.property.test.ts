import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hash } from '../../data/hash.ts';
import { contractHash } from '../contract/contract-hash.ts';
import type { GapContract } from '../contract/contract.ts';
import { bodyIn, fileTextOf } from './body-text.ts';
import type { GapLock } from './gap-lock.ts';
import { stateOf } from './gap-state.ts';

const CONTRACT: GapContract = {
  integration: 'orders',
  gap: 'grade',
  functionName: 'grade',
  inputType: 'GradeInput',
  outputType: 'GradeOutput',
  types: 'export interface GradeInput {\n  readonly total: number;\n}\n\nexport type GradeOutput = string;\n',
  signature: 'export function grade(input: GradeInput): GradeOutput',
  description: 'Grades.',
  rule: 'Orders over 1,000 are high.',
  criteria: ['Never empty.'],
  examples: [
    { in: { total: 1 }, out: 'low', hidden: false, note: 'small' },
    { in: { total: 2000 }, out: 'high', hidden: true },
  ],
  inputSchema: { type: 'object', properties: { total: { type: 'number', minimum: 0 } }, required: ['total'] },
  outputSchema: { type: 'string' },
  place: { file: 'orders.integration.yaml', line: 4, column: 3, endLine: 4, endColumn: 8 },
};
const BODY = `${CONTRACT.signature} {\n  // A comment.\n  return input.total > 1000 ? 'high' : 'low';\n}\n`;

/** What is locked when `BODY` is accepted. */
const text = fileTextOf(CONTRACT, BODY);
const attachments = [{ file: 'docs/grades.md', sha256: 'a'.repeat(64) }];
const lock: GapLock = {
  version: 1,
  contract: contractHash(CONTRACT, attachments),
  body: hash(bodyIn(text).body),
  tested: 'b'.repeat(64),
  attachments,
  provenance: { by: 'hand' },
};

function state(contract: GapContract, file: string | undefined, of: GapLock | undefined = lock): string {
  return stateOf(contract, { body: file === undefined ? undefined : bodyIn(file).body, lock: of, attachments }).state;
}

test('a gap is as its files say', () => {
  expect(state(CONTRACT, text)).toBe('ok');
  expect(state(CONTRACT, undefined)).toBe('missing');
  expect(stateOf(CONTRACT, { body: BODY, lock: undefined, attachments: [] }).state).toBe('edited');
});

/** Data that differs from what it was made of in one value, one key, one item or one letter. */
function changed(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === 'string')
    return fc
      .tuple(fc.nat({ max: value.length }), fc.string({ minLength: 1, unit: 'grapheme' }))
      .map(([at, more]) => `${value.slice(0, at)}${more}${value.slice(at)}`);
  if (typeof value === 'number') return fc.integer().filter((other) => other !== value);
  if (typeof value === 'boolean') return fc.constant(!value);
  if (Array.isArray(value)) {
    const items = value.map((item, at) => changed(item).map((other) => value.with(at, other)));
    return fc.oneof(fc.constant([...value, 'more']), ...items);
  }
  if (typeof value !== 'object' || value === null) return fc.constant('something');
  const members = Object.entries(value).map(([key, one]) => changed(one).map((other) => ({ ...value, [key]: other })));
  return fc.oneof(fc.constant({ ...value, more: 1 }), ...members);
}

const KEPT = [
  'gap',
  'functionName',
  'description',
  'rule',
  'criteria',
  'examples',
  'inputSchema',
  'outputSchema',
] as const;

test('any change of what a fill has to keep makes it stale', () => {
  const change = fc
    .constantFrom(...KEPT)
    .chain((part) => changed(CONTRACT[part]).map((value) => ({ ...CONTRACT, [part]: value })));
  fc.assert(
    fc.property(change, (contract) => {
      expect(state(contract, text)).toBe('stale');
    }),
  );
});

test('what a fill need not keep changes nothing: its place, the print of its types', () => {
  const other = { ...CONTRACT, place: { ...CONTRACT.place, line: 90 }, types: 'type Other = 1;' };
  expect(state(other, text)).toBe('ok');
  expect(state(CONTRACT, fileTextOf(other, BODY))).toBe('ok');
});

test('any change of the body, be it a comment or a blank line, is an edit; before the contract is looked at', () => {
  const edit = fc
    .tuple(fc.nat({ max: BODY.trimEnd().length - 1 }), fc.constantFrom('\n', ' ', '// x\n', 'y'))
    .filter(([at, more]) => at > 0 || more.trim() !== '')
    .map(([at, more]) => `${BODY.slice(0, at)}${more}${BODY.slice(at)}`);
  fc.assert(
    fc.property(edit, (body) => {
      expect(state(CONTRACT, fileTextOf(CONTRACT, body))).toBe('edited');
      expect(state({ ...CONTRACT, rule: 'Another.' }, fileTextOf(CONTRACT, body))).toBe('edited');
    }),
  );
});

test('an attachment that has changed makes it stale; one that is gone does not', () => {
  const body = bodyIn(text).body;
  const moved = [{ file: 'docs/grades.md', sha256: 'c'.repeat(64) }];
  expect(stateOf(CONTRACT, { body, lock, attachments: moved })).toEqual({
    state: 'stale',
    why: 'the attachment docs/grades.md has changed since',
  });
  expect(stateOf(CONTRACT, { body, lock, attachments: [] }).state).toBe('ok');
});
