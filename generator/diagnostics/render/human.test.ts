import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnostic, type Diagnostic } from '../diagnostic.ts';
import type { Place } from '../place.ts';
import { renderHuman } from './human.ts';

function at(file: string, line: number, column: number, endColumn: number): Place {
  return { file, line, column, endLine: line, endColumn };
}

const file = 'orders.integration.yaml';
const text = 'rows:\n  - { to: amount,    from: total_prise, pipe: [number] }\n\n  - {}\r\n';
const sources = new Map([[file, text]]);
const misspelt = diagnostic(
  'FR2003',
  { field: 'total_prise', owner: 'Order', suggestion: 'total_price' },
  at(file, 2, 28, 39),
);

describe('renderHuman', () => {
  it('shows code, place, line, caret and fix', () => {
    expect(renderHuman([misspelt], { sources })).toBe(
      [
        "orders.integration.yaml:2:28 FR2003 no field 'total_prise' on Order",
        '  2 |   - { to: amount,    from: total_prise, pipe: [number] }',
        "    |                            ^^^^^^^^^^^ did you mean 'total_price'?",
        '',
        '1 error in 1 file',
        'flowright explain FR2003 says more',
        '',
      ].join('\n'),
    );
  });

  it('sorts, and counts errors, warnings and files', () => {
    const warning = diagnostic('FR3001', { what: 'model', name: 'Old' }, at('a.yaml', 1, 1, 2));
    const first = diagnostic('FR1102', { key: 'to', owner: 'a row' }, at(file, 4, 5, 6));
    const shown = renderHuman([first, misspelt, warning], { sources });
    expect(shown.match(/FR\d{4}(?! says)/g)).toEqual(['FR3001', 'FR2003', 'FR1102']);
    expect(shown).toContain("a.yaml:1:1 FR3001 warning: nothing uses the model 'Old'\n  use it, or remove it\n");
    expect(shown.endsWith('\n\n2 errors, 1 warning in 2 files\nflowright explain FR2003 says more\n')).toBe(true);
  });

  it('needs neither place nor source', () => {
    expect(renderHuman([diagnostic('FR1001', { file: 'x.yaml' })], { sources })).toBe(
      "FR1001 no file 'x.yaml'\n  correct the path, or create the file\n\n1 error\nflowright explain FR1001 says more\n",
    );
  });

  it('names related places', () => {
    const one = diagnostic('FR1021', { key: 'to' }, at(file, 2, 7, 9), [
      { place: at(file, 2, 3, 5), message: 'given here first' },
    ]);
    expect(renderHuman([one], { sources })).toContain('\n  orders.integration.yaml:2:3 given here first\n');
  });

  it('underlines only the first line of a longer range', () => {
    const place = { file, line: 1, column: 1, endLine: 3, endColumn: 1 };
    expect(renderHuman([diagnostic('FR1020', { problem: 'odd' }, place)], { sources })).toContain(
      '  1 | rows:\n    | ^^^^^\n',
    );
  });

  it('does not show a secret again', () => {
    const shown = renderHuman([diagnostic('FR1112', {}, at(file, 2, 28, 39))], { sources });
    expect(shown).toContain('  2 |   - { to: amount,    from: ***********, pipe: [number] }\n');
    expect(shown).not.toContain('total_prise');
  });

  it('stops at a thousand, and counts them all', () => {
    const many = Array.from({ length: 1500 }, (_, index) => diagnostic('FR1001', { file: `${index}.yaml` }));
    const shown = renderHuman(many, { sources });
    expect(shown.match(/FR1001 no file/g)?.length).toBe(1000);
    expect(shown).toContain('\n\n… and 500 more, which --json prints\n\n1500 errors\n');
  });

  it('is empty where there is nothing to say', () => {
    expect(renderHuman([], { sources })).toBe('');
  });

  it('has no colours on a stream that is no terminal', () => {
    expect(renderHuman([misspelt], { sources, stream: new PassThrough() })).not.toContain('\u001b');
  });

  it('never throws, and lets no escape sequence through', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 40 });
    const anyPlace = fc.record({
      file: fc.constantFrom('f', 'g'),
      line: fc.integer({ min: 1, max: 5 }),
      column: fc.integer({ min: 1, max: 40 }),
      endLine: fc.integer({ min: 1, max: 5 }),
      endColumn: fc.integer({ min: 1, max: 40 }),
    });
    const anyDiagnostic = fc
      .tuple(anyText, fc.option(anyPlace, { nil: undefined }))
      .map(([problem, place]): Diagnostic => diagnostic('FR1020', { problem, fix: problem }, place));
    fc.assert(
      fc.property(fc.array(anyDiagnostic, { maxLength: 3 }), anyText, (diagnostics, source) => {
        const shown = renderHuman(diagnostics, { sources: new Map([['f', source]]), width: 30 });
        expect(shown).not.toContain('\u001b');
      }),
    );
  });
});
