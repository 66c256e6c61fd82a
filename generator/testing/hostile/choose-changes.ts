import fc from 'fast-check';
import type { Change } from './change.ts';
import { MODES } from './mode.ts';
import { COMBINED, PAYLOADS } from './payload.ts';
import type { Position } from './position.ts';

/**
 * One text for each position, in a way of putting it there; for every other one much at once. Each further round takes the
 * next text, until all had their turn.
 */
export function chooseChanges(positions: readonly Position[], seed: number, round: number): readonly Change[] {
  const start = fc.record({ payload: fc.nat({ max: PAYLOADS.length - 1 }), mode: fc.nat({ max: MODES.length - 1 }) });
  const starts = fc.sample(start, { seed, numRuns: positions.length });
  return positions.flatMap((position, index) => {
    const { payload: from = 0, mode: first = 0 } = starts[index] ?? {};
    const texts = (index + seed + round) % 2 === 0 ? COMBINED : PAYLOADS;
    const payload = texts[(from + round) % texts.length];
    // Keys hold no expressions.
    const modes = position.part === 'key' ? MODES.slice(0, 2) : MODES;
    const mode = modes[(first + round) % modes.length];
    return payload === undefined || mode === undefined ? [] : [{ position, payload, mode }];
  });
}

/** The changes in another order, in groups of at most so many. */
export function groupChanges(
  changes: readonly Change[],
  seed: number,
  together: number,
): readonly (readonly Change[])[] {
  const whole = { minLength: changes.length, maxLength: changes.length };
  const [shuffled = []] = fc.sample(fc.shuffledSubarray([...changes], whole), { seed, numRuns: 1 });
  return Array.from({ length: Math.ceil(shuffled.length / together) }, (_, index) =>
    shuffled.slice(index * together, (index + 1) * together),
  );
}
