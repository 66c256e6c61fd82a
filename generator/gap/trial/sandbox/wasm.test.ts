import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { engineModule, sectionOf } from './wasm.ts';

describe('the engine', () => {
  it('has nothing but its memory and its stack pointer to keep a state in', () => {
    const bytes = readFileSync(new URL(import.meta.resolve('quickjs-wasi/quickjs.wasm')));
    // One global, an i32 that may change, which the engine exports. A second one would outlive a machine unnoticed.
    expect([...(sectionOf(bytes, 6) ?? [])].slice(0, 3)).toEqual([1, 0x7f, 1]);
    expect(WebAssembly.Module.exports(engineModule()).filter(({ kind }) => kind !== 'function')).toEqual([
      { name: 'memory', kind: 'memory' },
      { name: '__stack_pointer', kind: 'global' },
      { name: '__indirect_function_table', kind: 'table' },
    ]);
  });
});
