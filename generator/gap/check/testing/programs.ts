import fc from 'fast-check';

/**
 * A statement that reads and writes by keys which are only known when it runs, in all the forms in which people write that. It
 * knows `record` and `groups` (by key), `list` (by index), `at` (a number), `key` (a text) and `input`.
 */
export function programs(): fc.Arbitrary<string> {
  const key = fc.constantFrom("input.texts[at] ?? 'b'", 'key', '`${key}x`', 'input.texts[0] ?? key', "key + 'a'");
  const simple = fc.constantFrom('key', '`${key}x`', "key + 'a'");
  const index = fc.constantFrom('at', '0', 'list.length', 'at % 3 + 1');
  const number: fc.Arbitrary<string> = fc.oneof(
    fc.integer({ min: 0, max: 9 }).map(String),
    key.map((name) => `(record[${name}] ?? 1)`),
    index.map((place) => `(list[${place}] ?? 2)`),
    fc.constantFrom(
      'list.length',
      'at',
      'Object.keys(record).length',
      'input.numbers.filter((n) => n > at).length',
      '(key in record ? 1 : 0)',
    ),
  );
  const assign = fc.constantFrom('=', '??=', '||=', '&&=');
  return fc.oneof(
    fc.tuple(key, assign, number).map(([name, sign, value]) => `record[${name}] ${sign} ${value};`),
    fc
      .tuple(simple, fc.constantFrom('+=', '-=', '*=', '%='), number)
      .map(([name, sign, value]) => `record[${name}] = 1;\n  record[${name}]! ${sign} ${value};`),
    fc
      .tuple(simple, fc.constantFrom('++', '--'))
      .map(([name, sign]) => `record[${name}] ??= 0;\n  record[${name}]!${sign};`),
    number.map((value) => `list[list.length] = ${value};`),
    number.map((value) => `at = (${value}) % 7;`),
    key.map((name) => `(groups[${name}] ??= []).push(key);`),
    simple.map(
      (name) =>
        `if (groups[${name}] === undefined) groups[${name}] = [key];\n  else groups[${name}]!.push(String(at));`,
    ),
    fc.constant('if (list.length > 1) [list[0], list[1]] = [list[1]!, list[0]!];'),
    fc.constant('for (const name in record) { at += record[name] ?? 0; if (at > 50) break; }'),
    fc.constant(
      'outer: for (let i = 0; i < list.length; i++) { for (const n of input.numbers) { if (n === list[i]) continue outer; at += 1; } }',
    ),
    fc.constant("key = input.texts.find((text) => text > key) ?? 'b';"),
    fc.constant('while (at > 3) at -= 2;'),
    fc.constant('do { at += 1 } while (at < 0)'),
    fc.constant("try { if (at > 2) throw new Error('x'); at += 1; } catch { key += 'c'; }"),
    fc.constant("switch (key.charAt(0)) { case 'a': at += 1; break; default: key = 'a'; }"),
    fc.constant("key = key.padEnd(at, '-').slice(0, 5).trim() || 'a';"),
    fc.constant('list.push(...Array.from({ length: at > 0 ? at : 0 }, (_, i) => i));'),
    fc.constant('delete record[key];'),
    fc
      .constant(
        'const found = list.map((n, i) => (list[i] ?? 0) + n).filter((n): n is 4 => n === 4); at += found.length;',
      )
      .map((text) => `{ ${text} }`),
  );
}
