/**
 * The candidate that was probably meant by `name`, if one is near enough: one slip for each three letters, where a letter
 * too many, too few, another one, or two in the wrong order count as a slip. A difference of case only is the nearest;
 * among equals the first one wins.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let slips = Math.floor(name.length / 3) + 1;
  for (const candidate of candidates) {
    if (candidate === name || candidate === '') continue;
    const lower = candidate.toLowerCase();
    if (Math.abs(lower.length - wanted.length) >= slips) continue;
    const apart = lower === wanted ? 0 : distance(wanted, lower);
    if (apart < slips) {
      best = candidate;
      slips = apart;
    }
  }
  return best;
}

/** How many slips lie between two texts: optimal string alignment, in which no letter is touched twice. */
function distance(left: string, right: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
