const { defineProperty, is } = Object;
const { sign } = Math;
const { isInteger } = Number;
const { apply, get } = Reflect;
const { sort, toSorted } = Array.prototype;

/**
 * Lets what engines do differently show: a comparator that gives no order sorts otherwise in each of them, and a fraction in
 * another base has other last digits. Both throw here, so that what was tried is what runs.
 */
export function lookAtOrder(): void {
  replace(Array.prototype, 'sort', function (this: unknown[], compare?: Compare): unknown[] {
    apply(sort, this, [compare]);
    return looked(this, compare);
  });
  replace(Array.prototype, 'toSorted', function (this: unknown[], compare?: Compare): unknown[] {
    return looked(apply(toSorted, this, [compare]), compare);
  });
  const text: unknown = get(Number.prototype, 'toString');
  if (typeof text !== 'function') return;
  replace(Number.prototype, 'toString', function (this: number, radix?: number): unknown {
    if (radix !== undefined && radix !== 10 && !isInteger(this))
      throw new TypeError('toString of a fraction in another base differs from engine to engine: round it first');
    return apply(text, this, [radix]);
  });
}

type Compare = (a: unknown, b: unknown) => number;

/** Neighbours of the sorted list, asked for both ways round. */
function looked(list: unknown[], compare: Compare | undefined): unknown[] {
  if (compare === undefined) return list;
  for (let index = 1; index < list.length; index++) {
    const [a, b] = [list[index - 1], list[index]];
    if (is(a, b) || a === undefined || b === undefined) continue;
    const [there, back] = [sign(compare(a, b)), sign(compare(b, a))];
    if (there + back !== 0 || there > 0)
      throw new TypeError(
        'the function that compares gives no order, and engines differ in what they make of that: for any two items it has to give a negative number, a positive one the other way round, and 0 for equals (a < b ? -1 : a > b ? 1 : 0)',
      );
  }
  return list;
}

function replace(owner: object, name: string, value: unknown): void {
  defineProperty(owner, name, { value, writable: true, enumerable: false, configurable: true });
}
