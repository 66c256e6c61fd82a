import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply } from './read-reply.ts';

const CODE = 'export function f(input: I): O {\n  return 1;\n}\n';

describe('code', () => {
  it.each([
    ['ts', `\`\`\`ts\n${CODE}\`\`\``],
    ['typescript', `\`\`\`typescript\n${CODE}\`\`\`\n`],
    ['TypeScript', `\`\`\`TypeScript\n${CODE}\`\`\`\n`],
    ['no language', `\`\`\`\n${CODE}\`\`\``],
    ['a title after the language', `\`\`\`ts title="f.ts"\n${CODE}\`\`\``],
    ['tildes', `~~~ts\n${CODE}~~~`],
    ['four signs', `\`\`\`\`ts\n${CODE}\`\`\`\`\``],
    ['words around it', `Here it is:\n\n\`\`\`ts\n${CODE}\`\`\`\n\nIt follows the rule.`],
    ['line ends of Windows', `\`\`\`ts\n${CODE}\`\`\`\n`.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF\`\`\`ts\n${CODE}\`\`\``],
    ['an indented fence', `  \`\`\`ts\n${CODE}  \`\`\`  `],
  ])('is read with %s', (_, text) => {
    expect(readReply(text)).toEqual({ kind: 'code', code: CODE });
  });

  it('may speak of a contradiction in its comments', () => {
    const code = `// CONTRADICTION: none\n${CODE}`;
    expect(readReply(`\`\`\`ts\n${code}\`\`\``)).toEqual({ kind: 'code', code });
  });
});

describe('a contradiction', () => {
  it.each([
    'CONTRADICTION: example 2 breaks the rule',
    '\n\nCONTRADICTION:   example 2\nbreaks the rule\n',
    '**CONTRADICTION:** example 2 breaks the rule',
    'I looked at it closely.\n\nCONTRADICTION: example 2 breaks the rule',
    '```\nCONTRADICTION: example 2 breaks the rule\n```',
    'CONTRADICTION: example 2 breaks the rule\u202E\u0007',
  ])('is taken from %j', (text) => {
    expect(readReply(text)).toEqual({ kind: 'contradiction', reason: 'example 2 breaks the rule' });
  });
});

describe('a problem', () => {
  it.each([
    ['', 'the answer is empty'],
    [' \n\t', 'the answer is empty'],
    ['I cannot do that.', 'there is no fenced block of code in the answer'],
    [CODE, 'there is no fenced block of code in the answer'],
    [`\`\`\`ts\n${CODE}\`\`\`\n\`\`\`ts\n${CODE}\`\`\``, 'there are 2 blocks in the answer'],
    [`Here:\n\`\`\`ts\n${CODE}`, 'the block that opens on line 2 of the answer is not closed: the answer was cut off'],
    [`\`\`\`python\n${CODE}\`\`\``, "the block is of 'python', not of TypeScript"],
    [`\`\`\`js\n${CODE}\`\`\``, "the block is of 'js', not of TypeScript"],
    ['```ts\n \n```', 'the block is empty'],
    ['```ts\n```', 'the block is empty'],
    ['CONTRADICTION:', 'a contradiction is claimed, but not which'],
    [`\`\`\`ts\n${'x'.repeat(60_001)}\n\`\`\``, 'the code has more than 60000 characters'],
  ])('is found in %j', (text, message) => {
    expect(readReply(text)).toMatchObject({ kind: 'problems', problems: [{ check: 'reply', message }] });
  });
});

it('reads any text whatsoever, into one of the three', () => {
  const part = fc.oneof(
    fc.constantFrom('```', '```ts', '~~~', '\n', '\r\n', 'CONTRADICTION: ', '`', '\u2028'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const read = readReply(parts.join(''));
      if (read.kind === 'problems') expect(read.problems.length).toBeGreaterThan(0);
      else expect((read.kind === 'code' ? read.code : read.reason).trim()).not.toBe('');
    }),
  );
});
