import { describe, expect, test } from 'vitest';
import { HOSTILE } from '../testing/hostile.ts';
import { runCode } from '../testing/run-code.ts';
import { commentLine, commentLines, spaced, withComment } from './comment.ts';
import { functionDeclaration } from './declarations.ts';
import { entry, object } from './object.ts';
import { literal } from './literal.ts';
import { printNode, printStatements } from './print.ts';
import { sourceFile } from './source-file.ts';
import { constant, returnValue } from './statements.ts';
import { ts } from './typescript.ts';
import { hasInvisible } from './visible.ts';

describe('a comment', () => {
  test.each(HOSTILE)('can hold %j', (text) => {
    const body = [withComment(constant('a', literal(1)), text), spaced(returnValue(literal(2)))];
    const file = sourceFile({
      path: 'a.ts',
      header: text,
      content: [functionDeclaration({ name: 'f', doc: text, parameters: [], body })],
    });
    expect(hasInvisible(file.text.replaceAll('\n', ''))).toBe(false);
    expect(file.text).not.toContain('@ts-');
    const { f } = runCode(file.text);
    expect(typeof f === 'function' && f()).toBe(2);
    const parsed = ts.createSourceFile('a.ts', file.text, ts.ScriptTarget.ESNext);
    expect(parsed.statements.map((statement) => statement.kind)).toEqual([ts.SyntaxKind.FunctionDeclaration]);
  });

  test('keeps the lines of a doc, and makes one line of a note', () => {
    expect(commentLines('one\r\ntwo\u2028three */')).toEqual(['one', 'two', 'three *\\/']);
    expect(commentLine(' one\n  two ')).toBe('one two');
  });

  test('shows what cannot be seen', () => expect(commentLine('a\u202eb')).toBe('a\\u202eb'));

  test('does not direct tools', () => {
    expect(commentLine('@ts-expect-error')).toBe('@ ts-expect-error');
    expect(commentLine('eslint-disable no-eval')).not.toContain('eslint-disable');
  });

  test('stands above a statement, or above the entry of an object', () => {
    expect(printStatements([withComment(constant('a', literal(1)), 'Why')])).toBe('// Why\nconst a = 1;');
    expect(printNode(object([withComment(entry('a', literal(1)), 'Why')], { multiline: true }))).toContain('// Why\n');
  });

  test('is left out where there is nothing to say', () =>
    expect(printStatements([withComment(constant('a', literal(1)), ' ')])).toBe('const a = 1;'));
});

test('a blank line stands above what is spaced', () => {
  expect(printStatements([constant('a', literal(1)), spaced(withComment(returnValue(literal('//~')), '~'))])).toBe(
    "const a = 1;\n\n// ~\nreturn '//~';",
  );
});
