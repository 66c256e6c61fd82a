import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Data } from '../../data/data.ts';
import { isRecord } from '../../data/is-record.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { parseData, parseText } from './parse-text.ts';

/** `line:column CODE message` of each diagnostic. */
function problems(text: string, file = 'a.yaml'): readonly string[] {
  return parseText(file, text).diagnostics.map(
    ({ place, code, message }) => `${place?.line}:${place?.column} ${code} ${message}`,
  );
}

/** The text that a place covers, where it is on one line. */
function textAt(text: string, path: SpecPath, options?: { on?: 'key' | 'value'; from?: number; to?: number }): string {
  const { line, column, endLine, endColumn } = parseText('a.yaml', text).place(path, options);
  const lines = text.split('\n').slice(line - 1, endLine);
  lines.push((lines.pop() ?? '').slice(0, endColumn - 1));
  lines.unshift((lines.shift() ?? '').slice(column - 1));
  return lines.join('\n');
}

describe('parseText', () => {
  it('gives deep-frozen plain data', () => {
    const { data } = parseText('a.yaml', 'a: &x [1, two, true, ~]\nb: *x\nc: {d: 2026-01-31}\n');
    expect(data).toEqual({ a: [1, 'two', true, null], b: [1, 'two', true, null], c: { d: '2026-01-31' } });
    expect(Object.isFrozen(data)).toBe(true);
    expect(isRecord(data) && Object.isFrozen(data.a) && Object.isFrozen(data.c)).toBe(true);
  });

  it.each([
    ['a: [1, 2', '1:9 FR1020 a list or object in brackets is not closed, or not indented enough'],
    ['a: "x', '1:4 FR1020 a quoted text does not end'],
    ['a:\n\t- b\n', '2:1 FR1020 a tab in the indentation'],
    ['a: b: c\n', "1:4 FR1020 a second ':' on the line"],
    ['a: @x\n', '1:4 FR1020 text cannot begin with this character'],
    ['a: "\\q"\n', '1:5 FR1020 an escape sequence that does not exist'],
    ['a: 1\nb\n', "2:1 FR1020 a key without ':'"],
    ['a:\n    b: 1\n  c: 2\n', '3:1 FR1020 items of one list or object begin at different columns'],
    ['a: {b:1,, c: 2}\n', "1:9 FR1020 a ',' with nothing before it"],
    ['a: 1\nb: 2\na: 3\n', "3:1 FR1021 the key 'a' is given twice"],
    ['a: !!js/function x\n', '1:4 FR1022 the tag !!js/function is not allowed'],
    ['a: !mine x\n', '1:4 FR1022 the tag !mine is not allowed'],
    ['200: ok\n', '1:1 FR1023 a key must be text, not the number 200'],
    ['? [a]\n: ok\n', '1:3 FR1023 a key must be text, not a list'],
    [': ok\n', '1:1 FR1023 a key must be text, not nothing'],
    ['a: &x {b: 1}\nc:\n  <<: *x\n', "3:3 FR1024 the merge key '<<' is not part of YAML 1.2"],
    ['a: &one 1\nb: *on\n', "2:4 FR1026 no anchor '&on' before this alias"],
    ['a: &x [*x]\n', "1:8 FR1032 the alias '*x' is part of what '&x' marks"],
    ['a:\n  __proto__: 1\n', "2:3 FR1028 the key '__proto__' is not allowed"],
    ['a: 1\n---\nb: 2\n---\nc: 3\n', '2:1 FR1029 3 documents in one file'],
    ['a: .nan\nb: 1e999\n', "1:4 FR1031 '.nan' is no finite number"],
    ['', "1:1 FR1007 'a.yaml' is empty"],
    ['# nothing\n', "1:1 FR1007 'a.yaml' holds nothing but comments"],
    ['"a": 1\r\n"b": "x\r\n', '2:6 FR1020 a quoted text does not end'],
  ])('reports %j', (text, problem) => {
    expect(problems(text)[0]).toBe(problem);
  });

  it('reports every mistake of a file', () => {
    expect(problems('a: !x 1\na: 2\n3: 4\n')).toHaveLength(3);
  });

  it('names the other place of a key that is given twice', () => {
    const [one] = parseText('a.yaml', 'a: 1\nb: 2\na: 3\n').diagnostics;
    expect(one?.related).toMatchObject([{ place: { line: 1, column: 1 } }]);
  });

  it('refuses aliases that multiply', () => {
    const lines = Array.from(
      { length: 12 },
      (_, at) =>
        `k${at}: &a${at} [${Array(9)
          .fill(at === 0 ? 'x' : `*a${at - 1}`)
          .join(', ')}]`,
    );
    expect(problems(lines.join('\n'))).toEqual(['6:10 FR1025 the aliases stand for more than 100000 values']);
  });

  it('tells of a bracket that is not closed once, also where it leaves the ones around it open', () => {
    expect(problems('t:\n  s: { a: [b, { c: [open }\n\nm:\n  x: 1\n')).toEqual([
      '2:26 FR1020 a list or object in brackets is not closed, or not indented enough',
    ]);
  });

  it('refuses nesting without end, at once', () => {
    expect(problems('['.repeat(1_000_000))).toEqual(['1:103 FR1027 nested more than 100 levels deep']);
    expect(problems('['.repeat(101) + ']'.repeat(101))).toEqual(['1:101 FR1027 nested more than 100 levels deep']);
    expect(problems('- '.repeat(1_000_000))[0]).toMatch(/FR1027/);
    expect(problems('['.repeat(100) + ']'.repeat(100))).toEqual([]);
    const open = '['.repeat(60);
    const close = ']'.repeat(60);
    expect(problems(`a: &x ${open}${close}\nb: ${open}*x${close}\n`)).toEqual([
      '2:64 FR1027 nested more than 100 levels deep',
    ]);
  });

  it('wants JSON in a .json file', () => {
    expect(problems('{"a": 1}', 'a.json')).toEqual([]);
    expect(problems('{"a": [1, 2,]}', 'a.json')).toEqual([
      "1:12 FR1030 this is not valid JSON: a ',' after the last item",
    ]);
    expect(problems('{\n  "a": yes\n}', 'a.json')).toEqual(["2:8 FR1030 this is not valid JSON: unexpected 'y'"]);
    expect(problems("{\n  'a': 1\n}", 'a.json')).toEqual([
      "2:3 FR1030 this is not valid JSON: expected property name or '}'",
    ]);
  });
});

describe('place', () => {
  const text = [
    'rows:',
    '  - { to: amount, from: total_prise }',
    '  - to: name',
    "    expr: 'a + ''b'' + c'",
    '    note: "x \\t y"',
    '    text: |',
    '      one',
    '      two',
    'empty:',
    'again: &x { k: v }',
    'alias: *x',
    'hollow:',
    '  - {}',
    '',
  ].join('\n');

  it.each<[SpecPath, { on?: 'key' | 'value'; from?: number; to?: number } | undefined, string]>([
    [['rows', 0, 'from'], undefined, 'total_prise'],
    [['rows', 0, 'from'], { on: 'key' }, 'from'],
    [['rows', 0, 'from'], { from: 6, to: 11 }, 'prise'],
    [['rows', 0], undefined, '{ to: amount, from: total_prise }'],
    [['rows', 0], { on: 'key' }, 'to'],
    [['rows', 1], undefined, 'to'],
    [['rows'], undefined, 'rows'],
    [[], undefined, 'rows'],
    [['rows', 1, 'expr'], { from: 4, to: 7 }, "''b''"],
    [['rows', 1, 'expr'], { from: 10, to: 11 }, 'c'],
    [['rows', 1, 'note'], { from: 0, to: 1 }, 'x'],
    [['rows', 1, 'note'], { from: 4, to: 5 }, '"x \\t y"'],
    [['rows', 1, 'text'], { from: 0, to: 3 }, '|\n      one\n      two'],
    [['rows', 0, 'nowhere', 'x'], undefined, '{ to: amount, from: total_prise }'],
    [['rows', 1, 'nowhere'], { from: 1, to: 2 }, 'to'],
    [['rows', 9], undefined, 'rows'],
    [['empty'], undefined, 'empty'],
    [['alias'], undefined, '*x'],
    [['hollow', 0], { on: 'key' }, '{}'],
    [['hollow', 0, 'a'], undefined, '{}'],
    [['alias', 'k'], undefined, 'v'],
    [['alias', 'none'], undefined, '*x'],
  ])('of %j %j', (path, options, wanted) => {
    expect(textAt(text, path, options)).toBe(wanted);
  });

  it('has right columns behind CRLF', () => {
    expect(parseText('a.yaml', 'a: 1\r\nbb: xyz\r\n').place(['bb'])).toEqual({
      file: 'a.yaml',
      line: 2,
      column: 5,
      endLine: 2,
      endColumn: 8,
    });
  });

  it('is exact for every scalar of any document', () => {
    const key = fc.string({ maxLength: 8 }).filter((name) => name !== '__proto__');
    const { data: anyData } = fc.letrec<{ data: Data }>((tie) => ({
      data: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('data'), { maxLength: 4 }),
        fc.dictionary(key, tie('data'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    const style = fc.record({
      defaultStringType: fc.constantFrom<'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE'>(
        'PLAIN',
        'QUOTE_SINGLE',
        'QUOTE_DOUBLE',
      ),
      collectionStyle: fc.constantFrom<'any' | 'block' | 'flow'>('any', 'block', 'flow'),
      indent: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(anyData, style, (data, options) => {
        const source = stringify(data, { ...options, defaultKeyType: 'QUOTE_DOUBLE' });
        expect(parseText('a.yaml', source)).toMatchObject({ diagnostics: [], data });
        for (const [path, scalar] of scalars(data, [])) {
          const shown = textAt(source, path);
          // Continued lines are read against the indentation around them.
          if (!shown.includes('\n')) expect(parseText('b.yaml', shown).data).toBe(scalar);
        }
      }),
    );
  });
});

function scalars(data: Data, path: SpecPath): readonly [SpecPath, Data][] {
  if (Array.isArray(data)) return data.flatMap((item: Data, at) => [...scalars(item, [...path, at])]);
  if (isRecord(data)) return Object.entries(data).flatMap(([key, value]) => [...scalars(value, [...path, key])]);
  return [[path, data]];
}

describe('parseData', () => {
  it('gives the same as parseText', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const fast = parseData('a.json', text);
        const slow = parseText('a.json', text);
        expect([fast.data, fast.diagnostics]).toEqual([slow.data, slow.diagnostics]);
        expect(fast.place([])).toEqual(slow.place([]));
      }),
    );
  });

  it('refuses what parseText refuses', () => {
    expect(parseData('a.json', '{"\\u005f_proto__": 1}').diagnostics).toMatchObject([{ code: 'FR1028' }]);
    expect(parseData('a.json', '['.repeat(500) + ']'.repeat(500)).diagnostics).toMatchObject([{ code: 'FR1027' }]);
    expect(parseData('a.json', '{').diagnostics).toMatchObject([{ code: 'FR1030' }]);
  });

  it('knows places', () => {
    expect(parseData('a.json', '{"a": [10, 20]}').place(['a', 1])).toMatchObject({
      line: 1,
      column: 12,
      endColumn: 14,
    });
  });
});

it('a flow mapping that goes wrong is one mistake, whatever follows it', () => {
  const text = 'rows:\n  - { to: a, from: x[b, c] }\n  - { to: d, from: e }\nmore:\n  other: { f: g }\n';
  expect(parseText('a.yaml', text).diagnostics.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
    ['FR1020', 2, 20],
  ]);
});

it('orders the keys of payloads and schemas, in JSON and in YAML', () => {
  for (const [file, text] of [
    ['a.json', '{"b":1,"a":{"d":2,"c":3}}'],
    ['a.yaml', 'b: 1\na: { d: 2, c: 3 }\n'],
  ] as const) {
    const { data: read } = parseData(file, text);
    expect(JSON.stringify(read)).toBe('{"a":{"c":3,"d":2},"b":1}');
    expect(Object.isFrozen(read)).toBe(true);
  }
});
