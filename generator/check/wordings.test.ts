import { expect, test } from 'vitest';
import { problemsOf } from './testing/check-text.ts';
import { mappingText } from './testing/spec-text.ts';

const SOURCE = '{ id: string, note?: string, total: integer, lines: [{ fields: { sku: string } }] }';

/** What is said of a row that fills the field `a`, a text that must be there. */
async function said(row: string, target = '{ a: string }'): Promise<readonly string[]> {
  return (await problemsOf(mappingText(SOURCE, target, [`{ to: a, ${row} }`], { tables: 't: { x: y }' }))).map((one) =>
    one.replace(/^FR\d{4} \[[^\]]*\]+ /, ''),
  );
}

test.each([
  [
    'from: note, pipe: [trim]',
    "'note' may be missing, but 'a' must be there → give a default, or make the target optional",
  ],
  [
    'from: id, pipe: [{ lookup: t }]',
    "the result of lookup on 'id' may be missing, but 'a' must be there → give a default, or make the target optional",
  ],
  [
    'expr: eval(id)',
    "there is no function 'eval' → the functions are number, integer, string, boolean, first, last, count, round, lookup, date, queryParam, json, keys, values, entries, fromEntries, flatten, compact, nonEmpty, urlEncode, base64, isNumber, isText, isBoolean, isList, isObject, range, merge, take, drop, removePrefix, removeSuffix, sum, min, max, unique and present",
  ],
  ['expr: id.trm()', "there is no method 'trm' → did you mean 'trim'?"],
  ['from: id, pipe: [sum]', "'sum' takes a list, not string → convert the value, for example with a pipe"],
])('%s: %s', async (row, expected) => {
  expect((await said(row))[0]).toBe(expected);
});
