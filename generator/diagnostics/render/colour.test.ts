import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { paintFor } from './colour.ts';

/** A stream that says it is a terminal, and asks the environment about colours as a terminal does. */
function terminal(): NodeJS.WritableStream {
  return Object.assign(new PassThrough(), {
    isTTY: true,
    getColorDepth: () => WriteStream.prototype.getColorDepth({ ...process.env, TERM: 'xterm-256color' }),
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
