import { describe, expect, it } from 'vitest';
import { formatFiles } from './format-files.ts';

describe('formatFiles', () => {
  it('lays out TypeScript, JSON and Markdown, and leaves the rest alone', async () => {
    const { files, diagnostics } = await formatFiles([
      { path: 'src/a.ts', text: 'export const a = "x"\n\n\n\nexport const b={a:a}' },
      { path: 'a.json', text: '{"a":1}' },
      { path: 'README.md', text: '# A\n* b\n' },
      { path: '.env.example', text: 'A=  1' },
    ]);
    expect(diagnostics).toEqual([]);
    expect(files).toEqual([
      { path: 'src/a.ts', text: "export const a = 'x';\n\nexport const b = { a: a };\n" },
      { path: 'a.json', text: '{ "a": 1 }\n' },
      { path: 'README.md', text: '# A\n\n- b\n' },
      { path: '.env.example', text: 'A=  1' },
    ]);
  });

  it('keeps lines within 120 columns', async () => {
    const call = `f(${Array.from({ length: 20 }, (_, at) => `argument${at}`).join(', ')});`;
    const { files } = await formatFiles([{ path: 'a.ts', text: call }]);
    expect(Math.max(...(files[0]?.text ?? '').split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it('reports what cannot be parsed, and keeps its text', async () => {
    const { files, diagnostics } = await formatFiles([
      { path: 'bad.ts', text: 'const = ;' },
      { path: 'good.ts', text: 'a' },
    ]);
    expect(diagnostics).toMatchObject([{ code: 'FR9002', severity: 'error' }]);
    expect(diagnostics[0]?.message).toMatch(/^generated 'bad.ts' cannot be formatted: /);
    expect(files).toEqual([
      { path: 'bad.ts', text: 'const = ;' },
      { path: 'good.ts', text: 'a;\n' },
    ]);
  });

  it('gives the same when it formats again', async () => {
    const once = await formatFiles([{ path: 'a.ts', text: 'export function f(a:string){return a+1}' }]);
    expect((await formatFiles(once.files)).files).toEqual(once.files);
  });
});
