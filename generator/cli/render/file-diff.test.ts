import { applyPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import { diffLines, diffText } from './file-diff.ts';

const plain = (_style: unknown, text: string): string => text;
const options = { paint: plain, labels: ['edited by hand', 'generated'], lines: 30 } as const;

describe('diffLines', () => {
  it('shows the changed lines with a little of what is around them', () => {
    const before = 'a\nb\nc\nd\nmine\nf\n';
    expect(diffLines({ file: 'out/a.ts', before, after: before.replace('mine', 'e') }, options)).toEqual([
      '--- out/a.ts (edited by hand)',
      '+++ out/a.ts (generated)',
      '@@ -3,4 +3,4 @@',
      ' c',
      ' d',
      '-mine',
      '+e',
      ' f',
    ]);
  });

  it('is shortened, and says by how much', () => {
    const before = Array.from({ length: 50 }, (_, at) => `line ${at}\n`).join('');
    const lines = diffLines({ file: 'a.ts', before, after: '' }, { ...options, lines: 5 });
    expect(lines).toHaveLength(8);
    expect(lines.at(-1)).toBe('… 46 more lines');
  });

  it('lets nothing through that a terminal would obey', () => {
    expect(diffLines({ file: 'a\u001B.ts', before: '', after: '\u001B[2Jx\r\n' }, options)).toEqual([
      '--- a␛.ts (edited by hand)',
      '+++ a␛.ts (generated)',
      '@@ -0,0 +1 @@',
      '+␛[2Jx',
    ]);
  });

  it('does not look for likeness where there is none', () => {
    const side = (name: string): string => Array.from({ length: 1500 }, (_, at) => `${name}${at}\n`).join('');
    expect(diffLines({ file: 'a.ts', before: side('a'), after: side('b') }, options).at(-1)).toBe(
      'hardly a line is the same',
    );
    const patch = diffText({ file: 'a.ts', before: side('a'), after: side('b') });
    expect(patch).toMatch(/^--- a\.ts\n\+\+\+ a\.ts\n@@ -1,1500 \+1,1500 @@\n-a0\n/);
    expect(applyPatch(side('a'), patch)).toBe(side('b'));
  });

  it('says where a file does not end with a line break', () => {
    expect(diffText({ file: 'a.ts', before: 'a', after: 'a\n' })).toBe(
      '--- a.ts\n+++ a.ts\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n',
    );
  });
});
