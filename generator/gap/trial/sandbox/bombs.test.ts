import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Explosion } from './testing/bomb-process.ts';
import { ALL_BOMBS, BOMBS } from './testing/bombs.ts';

const explosions = new Map<string, Explosion>();

/** They all go off in a process of their own, without a static check before them and with all that the engine has. */
beforeAll(async () => {
  const script = fileURLToPath(new URL('./testing/bomb-process.ts', import.meta.url));
  const limits = JSON.stringify({ deadline: 100, total: 400, kill: 400 });
  // Rejects where the process does not end with code 0.
  const { stdout } = await promisify(execFile)(process.execPath, [script, limits], { maxBuffer: 2 ** 24 });
  for (const line of stdout.trim().split('\n')) {
    const explosion: Explosion = JSON.parse(line);
    explosions.set(explosion.name, explosion);
  }
}, 120_000);

/** `value {"a":1}`, `threw …`, `unfit …`, `time`, `killed`. */
function ended(name: string): string {
  const { stopped, load, outcomes } = explosions.get(name)?.report ?? { outcomes: [] };
  if (stopped !== undefined) return stopped.why;
  const outcome = load ?? outcomes[0];
  if (outcome === undefined) return 'nothing';
  return outcome.kind === 'value' ? `value ${outcome.json}` : `${outcome.kind} ${outcome.what}`;
}

describe('the sandbox', () => {
  it('outlives every bomb, and the job after each is as ever', () => {
    expect(ALL_BOMBS.length).toBeGreaterThanOrEqual(36);
    expect(explosions.size).toBe(ALL_BOMBS.length);
    for (const { name, next } of explosions.values())
      expect(next, name).toEqual({ outcomes: [{ kind: 'value', json: '[1,[],"[1]","1,2","bc"]' }] });
  });

  it.each([...BOMBS.time, ...BOMBS.memory].filter(({ name }) => name !== LAZY))('stops: $name', ({ name }) => {
    expect(ended(name)).toMatch(/^(?:time|killed|memory|crashed|threw (?:InternalError|RangeError|SyntaxError): )/);
  });

  it.each(BOMBS.results)('says that it is no result, or stops: $name', ({ name }) => {
    expect(ended(name)).toMatch(
      /^(?:unfit .|threw TypeError: revoked proxy|time|killed|threw InternalError: out of memory)/,
    );
  });

  it.each(BOMBS.thrown)('describes in a line, or stops: $name', ({ name }) => {
    expect(ended(name)).toMatch(/^(?:threw .{1,320}|time|killed)$/);
  });

  it.each(BOMBS.stack)('is not brought down by: $name', ({ name }) => {
    expect(ended(name)).toMatch(
      /^(?:value 1$|time$|killed$|crashed$|threw (?:RangeError|SyntaxError|InternalError): )/,
    );
  });

  it('runs nothing after the call', () => {
    expect(ended('microtasks for ever')).toBe('value 1');
    expect(ended('promise that never settles')).toBe('unfit $ is neither a plain object nor a list');
    expect(ended('awaited for ever')).toBe('threw the text "The file never finishes loading"');
  });

  it('reads results with functions that no body can reach', () => {
    expect(BOMBS.pollution.map(({ name }) => ended(name))).toEqual([
      'value {"a":1}',
      'value [1]',
      'value {"a":1}',
      expect.stringMatching(/^threw Error: x+…$/),
      expect.stringMatching(/^threw TypeError: /),
      'value true',
      `value ${JSON.stringify([...Array.from({ length: 7 }, () => 'undefined'), 0])}`,
    ]);
  });
});

/** Not a bomb in this engine, which gives up early. */
const LAZY = 'regular expression with lookbehind';
