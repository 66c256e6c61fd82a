import { readFileSync } from 'node:fs';

/** Pages of 64 KiB that the engine's memory can ever have: what bodies may take, and the engine itself. */
const MOST_PAGES = 1_280;
const MEMORY_SECTION = 5;
const HEADER = 8;

/** The engine, compiled, with an upper bound to its memory that it was not given by whoever built it. */
export function engineModule(): WebAssembly.Module {
  const bytes = readFileSync(new URL(import.meta.resolve('quickjs-wasi/quickjs.wasm')));
  return new WebAssembly.Module(withMaximum(bytes, MOST_PAGES));
}

/** The same WebAssembly module where its one memory has a maximum. Format: WebAssembly core specification, 5.5. */
export function withMaximum(bytes: Uint8Array, pages: number): Uint8Array<ArrayBuffer> {
  for (let at = HEADER; at < bytes.length;) {
    const [size, start] = readNumber(bytes, at + 1);
    if (bytes[at] === MEMORY_SECTION) {
      const [memories, flags] = readNumber(bytes, start);
      if (memories !== 1 || bytes[flags] !== 0) throw new Error('The memory of the engine is not what it was');
      const content = [1, 1, ...numberBytes(readNumber(bytes, flags + 1)[0]), ...numberBytes(pages)];
      const section = [MEMORY_SECTION, ...numberBytes(content.length), ...content];
      return new Uint8Array(Buffer.concat([bytes.subarray(0, at), Buffer.from(section), bytes.subarray(start + size)]));
    }
    at = start + size;
  }
  throw new Error('The engine has no memory of its own');
}

/** The content of a section of a WebAssembly module; undefined where it has none. */
export function sectionOf(bytes: Uint8Array, id: number): Uint8Array | undefined {
  for (let at = HEADER; at < bytes.length;) {
    const [size, start] = readNumber(bytes, at + 1);
    if (bytes[at] === id) return bytes.subarray(start, start + size);
    at = start + size;
  }
  return undefined;
}

/** An unsigned LEB128 number, and where what follows it begins. */
function readNumber(bytes: Uint8Array, from: number): readonly [number, number] {
  let value = 0;
  for (let at = from, shift = 0; ; at++, shift += 7) {
    const byte = bytes[at] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value, at + 1];
  }
}

function numberBytes(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...numberBytes(value >>> 7)];
}
