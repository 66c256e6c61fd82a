import { describe, expect, test } from 'vitest';
import { problemsOf } from '../testing/check-text.ts';
import { mappingText, type SpecParts } from '../testing/spec-text.ts';

const SOURCE = `{ id: integer, name: string, "note?": string, total: number, state: { enum: [open, paid, void] }, paid: boolean, tags: [string], "codes?": [string], extra: any,
        lines: [{ fields: { sku: string, "qty?": integer, parts: [{ fields: { no: string } }] } }], "address?": { fields: { city: string, "zip?": string } }, "more?": [{ fields: { sku: string } }] }`;

async function problems(target: string, rows: readonly string[], more: SpecParts = {}): Promise<readonly string[]> {
  return await problemsOf(mappingText(SOURCE, target, rows, more));
}

describe('a row', () => {
  test.each<[string, string, string]>([
    ['takes a path', '{ a: string }', '{ to: a, from: name }'],
    ['takes the first of several that is there', '{ a: string }', '{ to: a, from: [note, address.city, name] }'],
    ['takes a constant', '{ a: { enum: [x, y] } }', '{ to: a, const: x }'],
    ['takes an object as a constant', '{ a: { fields: { b: integer, "c?": string } } }', '{ to: a, const: { b: 1 } }'],
    ['takes a template', '{ a: string }', '{ to: a, template: "{name} {id}" }'],
    ['takes an expression', '{ a: boolean }', '{ to: a, expr: "total > 3 && paid" }'],
    ['takes operations', '{ a: integer }', '{ to: a, from: name, pipe: [trim, number, { round: 0 }] }'],
    ['takes an integer for a number', '{ a: number }', '{ to: a, from: id }'],
    ['keeps a value of unknown type where it may be anything', '{ "a?": any }', '{ to: a, from: extra.deep.down }'],
    ['gives unknown values a type', '{ "a?": string }', '{ to: a, from: extra.deep, pipe: [{ typed: string }] }'],
    [
      'looks up with a default',
      '{ a: { enum: [x, y] } }',
      '{ to: a, from: state, pipe: [{ lookup: letters }], default: x }',
    ],
    ['collects from a list', '{ a: [string] }', "{ to: a, from: 'lines[].sku' }"],
    ['collects from lists within lists', '{ a: [string] }', "{ to: a, from: 'lines[].parts[].no' }"],
    ['leaves out what is missing in a list', '{ a: [integer] }', "{ to: a, from: 'lines[].qty' }"],
    ['has a condition where its target is optional', '{ "a?": string }', '{ to: a, from: name, when: paid }'],
    ['has a condition and a default', '{ a: string }', '{ to: a, from: name, when: paid, default: none }'],
    ['reads a field with an odd name', '{ "odd key": string }', `{ to: '["odd key"]', from: name }`],
  ])('%s', async (_name, target, row) => {
    expect(await problems(target, [row], { tables: 'letters: { open: x, paid: y }' })).toEqual(
      row.includes('lookup') ? [] : [expect.stringContaining('FR3001 [letters]')],
    );
  });

  test.each<[string, string, string, string]>([
    [
      'an unknown field',
      '{ a: string }',
      '{ to: a, from: nme }',
      "FR2003 [nme] no field 'nme' on Source → did you mean 'name'?",
    ],
    [
      'an unknown field further down',
      '{ "a?": string }',
      '{ to: a, from: address.cty }',
      "FR2003 [cty] no field 'cty' on Source.address → did you mean 'city'?",
    ],
    [
      'an unknown field in a list',
      '{ a: [string] }',
      "{ to: a, from: 'lines[].skuu' }",
      "FR2003 [skuu] no field 'skuu' on Source.lines[] → did you mean 'sku'?",
    ],
    [
      'the one of several paths that is wrong',
      '{ a: string }',
      '{ to: a, from: [note, nme] }',
      "FR2003 [nme] no field 'nme' on Source → did you mean 'name'?",
    ],
    [
      'an unknown target',
      '{ amount: string }',
      '{ to: amont, from: name }',
      "FR2003 [amont] no field 'amont' on Target → did you mean 'amount'?",
    ],
    [
      'an unknown target further down',
      '{ "deep?": { fields: { "city?": string } } }',
      '{ to: deep.cty, from: name }',
      "FR2003 [cty] no field 'cty' on Target.deep → did you mean 'city'?",
    ],
    [
      'what is no path',
      '{ a: string }',
      '{ to: a, from: "name + 1" }',
      "FR2010 [ + 1] ' + 1' is not expected here → write a path such as customer.email or lines[0].sku; for anything more use template or expr",
    ],
    [
      'a target with a position',
      '{ a: [string] }',
      "{ to: 'a[0]', from: name }",
      "FR2010 [[0]] '[0]' is not expected here → a target is a field, or [] for each item",
    ],
    [
      'text for a number',
      '{ a: number }',
      '{ to: a, from: name }',
      "FR2004 [name] 'a' is number, not string → convert it: pipe: [number]",
    ],
    [
      'a number for text',
      '{ a: string }',
      '{ to: a, from: id }',
      "FR2004 [id] 'a' is string, not integer → convert it: pipe: [string]",
    ],
    [
      'a number for an integer',
      '{ a: integer }',
      '{ to: a, from: total }',
      "FR2004 [total] 'a' is integer, not number → round it: pipe: [{ round: 0 }]",
    ],
    [
      'a choice outside the choices',
      '{ a: { enum: [open, paid] } }',
      '{ to: a, from: state }',
      `FR2004 [state] 'a' is "open" | "paid", not "open" | "paid" | "void" → translate it with a table: pipe: [{ lookup: … }]`,
    ],
    [
      'a constant outside the choices',
      '{ a: { enum: [x, y] } }',
      '{ to: a, const: z }',
      `FR2004 [z] 'a' is "x" | "y", not "z" → translate it with a table: pipe: [{ lookup: … }]`,
    ],
    [
      'a default outside the choices',
      '{ a: { enum: [open, paid, void] } }',
      '{ to: a, from: note, pipe: [{ lookup: letters }], default: z }',
      'FR2004 [z]',
    ],
    [
      'a value of unknown type',
      '{ a: string }',
      '{ to: a, from: extra, default: x }',
      "FR2004 [extra] 'a' is string, not a value of unknown type → say what it is: pipe: [{ typed: string }]",
    ],
    [
      'a value that may be missing',
      '{ a: string }',
      '{ to: a, from: note }',
      "FR2005 [note] 'note' may be missing, but 'a' must be there → give a default, or make the target optional",
    ],
    [
      'a table that knows not every value',
      '{ a: { enum: [x, y] } }',
      '{ to: a, from: state, pipe: [{ lookup: letters }] }',
      "FR2021 [state] the table 'letters' has no entry for 'void' → add the entries, or give the row a default",
    ],
    [
      'a condition for a target that must be there',
      '{ a: string }',
      '{ to: a, from: name, when: paid }',
      "FR2005 [paid] the row is left out unless 'paid' holds, but 'a' must be there → give a default, or make the target optional",
    ],
    [
      'a constant that is never there',
      '{ "a?": string }',
      '{ to: a, const: null }',
      "FR2004 [null] 'a' is string, not null → leave the row out, or give it a value",
    ],
    [
      'a field too many in a constant',
      '{ "a?": { fields: { "city?": string } } }',
      '{ to: a, const: { cty: x } }',
      "FR2003 [{ cty: x }] no field 'cty' on Target.a → did you mean 'city'?",
    ],
    [
      'an operation that does not fit',
      '{ "a?": string }',
      '{ to: a, from: id, pipe: [trim] }',
      "FR2004 [trim] 'trim' takes text, not integer → put string before it",
    ],
    [
      'the operation of several that does not fit',
      '{ "a?": string }',
      '{ to: a, from: name, pipe: [trim, { round: 2 }] }',
      "FR2004 [round] 'round' takes a number, not string → put number before it",
    ],
    [
      'an unknown table',
      '{ "a?": string }',
      '{ to: a, from: name, pipe: [{ lookup: leters }] }',
      "FR2001 [leters] no table 'leters' → did you mean 'letters'?",
    ],
    [
      'an unknown mapping',
      '{ "a?": string }',
      '{ to: a, from: name, map: convrt }',
      "FR2001 [convrt] no mapping 'convrt' → did you mean 'convert'?",
    ],
    [
      'an unknown path within an operation',
      '{ "a?": number }',
      '{ to: a, from: lines, pipe: [{ sum: qtty }] }',
      "FR2003 [qtty] no field 'qtty' on Source.lines[] → did you mean 'qty'?",
    ],
    [
      'a condition of a filter',
      '{ "a?": any }',
      '{ to: a, from: lines, pipe: [{ filter: "item.qtty > 1" }] }',
      "FR2003 [qtty] no field 'qtty' on Source.lines[] → did you mean 'qty'?",
    ],
    [
      'an unknown name in a condition',
      '{ "a?": string }',
      '{ to: a, from: name, when: "pid && total > 1" }',
      "FR2003 [pid] no field 'pid' on Source → did you mean 'id'?",
    ],
    [
      'logic that is not there',
      '{ "a?": string }',
      '{ to: a, logic: jugde }',
      "FR2001 [jugde] no logic 'jugde' → did you mean 'judge'?",
    ],
  ])('is refused for %s', async (_name, target, row, expected) => {
    const found = await problems(target, [row], {
      tables: 'letters: { open: x, paid: y }',
      logic: 'judge: { rule: judges, input: { id: integer }, output: boolean }',
    });
    const errors = found.filter((line) => !line.startsWith('FR3001'));
    expect(errors).toEqual([expected === 'FR2004 [z]' ? expect.stringContaining(expected.slice(0, 6)) : expected]);
  });
});

describe('a target', () => {
  test('must have a row for each field that it requires', async () => {
    expect(
      await problems('{ a: string, "b?": string, c: { fields: { d: string, e: integer } }, f: [string] }', [
        '{ to: a, from: name }',
        '{ to: c.d, from: name }',
      ]),
    ).toEqual([
      "FR2006 [c.d] no row fills 'c.e', which Target.c requires → add a row with to: c.e",
      "FR2006 [convert] no row fills 'f', which Target requires → add a row with to: f",
    ]);
  });

  test('is filled once', async () => {
    expect(await problems('{ a: string }', ['{ to: a, from: name }', '{ to: a, const: x }'])).toEqual([
      "FR2009 [a] 'a' is given twice, by row 1 and by this row → remove or rename one of them",
    ]);
  });

  test('has a row of its own, or rows for its parts', async () => {
    expect(
      await problems('{ a: any, "b?": { fields: { "c?": string } } }', [
        '{ to: a, from: extra }',
        '{ to: b, const: {} }',
        '{ to: b.c, from: name }',
      ]),
    ).toEqual([expect.stringMatching(/^FR2009 \[b\]/)]);
  });

  test('that is an object is left out where none of its fields is there', async () => {
    expect(
      await problems('{ "a?": { fields: { "city?": string, "zip?": string } } }', [
        '{ to: a.city, from: address.city }',
        '{ to: a.zip, from: address.zip }',
      ]),
    ).toEqual([]);
  });

  test('that is no object has no parts', async () => {
    expect(await problems('{ "a?": string }', ['{ to: a.b, from: name }'])).toEqual([
      expect.stringMatching(/^FR2004 \[a.b\] 'a' is string/),
    ]);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'a.__proto__.b', '["__proto__"]'])('is not %s', async (to) => {
    expect(await problems('{ "a?": any }', [`{ to: '${to}', from: name }`])).toEqual([
      expect.stringMatching(/^FR2010 .*leads out of the data/),
    ]);
    expect(Object.hasOwn(Object.prototype, 'b')).toBe(false);
  });
});

describe('a list', () => {
  const TARGET =
    '{ items: [{ fields: { sku: string, "qty?": integer, "order?": integer, "parts?": [{ fields: { no: string, "sku?": string } }] } }], "others?": [{ fields: { sku: string } }] }';
  test.each<[string, readonly string[]]>([
    [
      'takes its source from the rows of its fields',
      ["{ to: 'items[].sku', from: 'lines[].sku' }", "{ to: 'items[].qty', from: 'lines[].qty' }"],
    ],
    ['sees what is around it', ["{ to: 'items[].sku', from: 'lines[].sku' }", "{ to: 'items[].order', from: id }"]],
    [
      'holds lists',
      [
        "{ to: 'items[].sku', from: 'lines[].sku' }",
        "{ to: 'items[].parts[].no', from: 'lines[].parts[].no' }",
        "{ to: 'items[].parts[].sku', from: 'lines[].sku' }",
      ],
    ],
    [
      'has a row of its own',
      [
        "{ to: 'items[]', from: lines, pipe: [{ filter: 'item.qty && item.qty > 1' }] }",
        "{ to: 'items[].sku', from: 'lines[].sku' }",
      ],
    ],
    [
      'is empty where its source is missing',
      ["{ to: 'items[]', from: more, absent: empty }", "{ to: 'items[].sku', from: 'more[].sku' }"],
    ],
    [
      'is left out where its source is missing',
      ["{ to: 'items[].sku', from: 'lines[].sku' }", "{ to: 'others[].sku', from: 'more[].sku' }"],
    ],
    [
      'has a condition',
      [
        "{ to: 'items[].sku', from: 'lines[].sku' }",
        "{ to: 'others[]', from: lines, when: paid }",
        "{ to: 'others[].sku', from: 'lines[].sku' }",
      ],
    ],
  ])('%s', async (_name, rows) => {
    expect(await problems(TARGET, rows)).toEqual([]);
  });

  test.each<[string, readonly string[], string]>([
    [
      'none of its rows reads from a list',
      ["{ to: 'items[].sku', from: name }"],
      "FR2013 ['items[].sku'] nothing says which list fills 'items[]' → read from a list ([] in from), or add a row with to: items[] that names it",
    ],
    [
      'its rows read from two lists',
      ["{ to: 'items[].sku', from: 'lines[].sku' }", "{ to: 'items[].order', from: 'more[].sku' }"],
      "FR2014 ['more[].sku'] 'items[]' is filled from 'lines[]' and from 'more[]' → read from one list, or build the other in a mapping of its own",
    ],
    [
      'its source may be missing',
      ["{ to: 'items[].sku', from: 'more[].sku' }"],
      "FR2005 ['more[].sku'] 'more[]' may be missing, but 'items' must be there → give a default, or make the target optional",
    ],
    ['its source is no list', ["{ to: 'items[].sku', from: 'name[].x' }"], 'FR2004'],
    [
      'a field of it has no row',
      ["{ to: 'items[].qty', from: 'lines[].qty' }"],
      "FR2006 ['items[].qty'] no row fills 'items[].sku', which Target.items[] requires → add a row with to: items[].sku",
    ],
    [
      'a condition stands before a list that must be there',
      ["{ to: 'items[]', from: lines, when: paid }", "{ to: 'items[].sku', from: 'lines[].sku' }"],
      'FR2005 [paid]',
    ],
  ])('is refused where %s', async (_name, rows, expected) => {
    expect(await problems(TARGET, rows)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('a mapping', () => {
  test('copies what both models declare', async () => {
    const text = (rows: readonly string[]): string =>
      mappingText(
        SOURCE,
        '{ id: integer, name: string, "note?": string, "state?": string, other: string }',
        rows,
      ).replace('  to: Target', '  to: Target\n    project: true');
    expect(await problemsOf(text(['{ to: other, from: name }']))).toEqual([]);
    expect(await problemsOf(text([]))).toEqual([expect.stringMatching(/^FR2006 \[convert\] no row fills 'other'/)]);
  });

  test('says what of the fields that both declare does not fit', async () => {
    const text = mappingText(SOURCE, '{ id: string, "total?": string }', []).replace(
      '  to: Target',
      '  to: Target\n    project: true',
    );
    expect(await problemsOf(text)).toEqual([
      expect.stringMatching(/^FR2004 \[true\] 'id' is string/),
      expect.stringMatching(/^FR2004 \[true\] 'total' is string/),
    ]);
  });

  test('uses another one, also for each item', async () => {
    const mappings = 'line: { from: Line, to: Row, rows: [{ to: sku, from: sku }] }';
    const models = { Line: '{ fields: { sku: string } }', Row: '{ fields: { sku: string } }' };
    const text = mappingText(
      '{ lines: [Line], "more?": [Line], "one?": Line }',
      '{ a: [Row], "b?": [Row], "c?": Row }',
      [
        '{ to: a, from: lines, map: line }',
        '{ to: b, from: more, pipe: [{ map: line }] }',
        '{ to: c, from: one, map: line }',
      ],
      { mappings, models },
    );
    expect(await problemsOf(text)).toEqual([]);
  });

  test('asks logic with the fields of the same names', async () => {
    const more: SpecParts = {
      logic:
        'judge: { rule: judges, input: { id: integer, "note?": string, size: integer }, output: { enum: [a, b] } }',
    };
    expect(
      await problems(
        '{ a: { enum: [a, b, c] } }',
        ['{ to: a, logic: judge, with: { size: { from: lines, pipe: [count] } } }'],
        more,
      ),
    ).toEqual([]);
    expect(
      await problems('{ a: { enum: [a, b, c] } }', ['{ to: a, logic: judge, with: { sizes: id } }'], more),
    ).toEqual([
      "FR2003 [sizes] no field 'sizes' on the input of 'judge' → did you mean 'size'?",
      "FR2016 [judge] 'size' is missing in the input of 'judge' → add size",
    ]);
  });

  test('makes a gap of a rule in words', async () => {
    expect(
      await problems('{ a: { enum: [a, b] } }', [
        '{ to: a, rule: "what a person would say", with: { id: id, note: note } }',
      ]),
    ).toEqual([]);
  });

  test('with several sources reads them by their names', async () => {
    const build = (rows: string): string =>
      mappingText('{ name: string }', '{ a: string }', [rows])
        .replace('from: Source\n', 'from: { source: Source, count: integer }\n')
        .replace('from: source }', 'from: { source: source, count: "1" } }');
    expect(await problemsOf(build('{ to: a, template: "{source.name} {count}" }'))).toEqual([]);
    expect(await problemsOf(build('{ to: a, from: name }'))).toEqual([
      "FR2007 [name] nothing is called 'name' here → known here: count and source",
    ]);
    expect(await problemsOf(build('{ to: a, from: source.nme }'))).toEqual([
      "FR2003 [nme] no field 'nme' on Source → did you mean 'name'?",
    ]);
  });

  test('gives a model with fields', async () => {
    const text = mappingText(SOURCE, '{ a: string }', ['{ to: a, from: name }']).replace('to: Target\n', 'to: Trget\n');
    expect((await problemsOf(text))[0]).toBe("FR2001 [Trget] no type 'Trget' → did you mean 'Target'?");
  });
});
