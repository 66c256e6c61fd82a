import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { paintFor } from './colour.ts';

const ASKED = ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS'];

/** A stream that says it is a terminal, and asks about colours as a terminal does; in CI, too, where terminals are told apart. */
function terminal(): NodeJS.WritableStream {
  return Object.assign(new PassThrough(), {
    isTTY: true,
    getColorDepth: () => {
      const asked = ASKED.filter((name) => process.env[name] !== undefined).map((name) => [name, process.env[name]]);
      return WriteStream.prototype.getColorDepth({ ...Object.fromEntries(asked), TERM: 'xterm-256color' });
    },
  });
}

describe('paintFor', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('colours on a terminal only', () => {
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('FORCE_COLOR', undefined);
    vi.stubEnv('NODE_DISABLE_COLORS', undefined);
    expect(paintFor(terminal())('red', 'x')).toBe('\u001b[31mx\u001b[39m');
    expect(paintFor(new PassThrough())('red', 'x')).toBe('x');
    expect(paintFor(undefined)('red', 'x')).toBe('x');
  });

  it('honours NO_COLOR', () => {
    vi.stubEnv('FORCE_COLOR', undefined);
    vi.stubEnv('NO_COLOR', '1');
    expect(paintFor(terminal())('red', 'x')).toBe('x');
  });
});
