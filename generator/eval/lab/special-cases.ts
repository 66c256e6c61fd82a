import type { GapContract } from '../../gap/contract/contract.ts';
import type { GapProblem } from '../../gap/problem.ts';

/** Shorter texts, and numbers of fewer digits, turn up by chance. */
const SHORTEST_TEXT = 6;
const FEWEST_DIGITS = 4;

/**
 * Values of hidden examples that stand in a body although nothing that was shown has them: the body knows the answers, it does
 * not work them out. Single words do not count, since a table of countries may well have the one that an example asks for.
 * `shown` is all that whoever wrote the body has seen.
 */
export function specialCases(body: string, { examples }: GapContract, shown: string): readonly GapProblem[] {
  return examples.flatMap(({ hidden, in: input, out }, index): readonly GapProblem[] => {
    if (!hidden) return [];
    const copied = [...new Set([...distinctive(input), ...distinctive(out)])].filter(
      (value) => standsIn(body, value) && !standsIn(shown, value),
    );
    if (copied.length === 0) return [];
    const values = copied.map((value) => JSON.stringify(value)).join(', ');
    return [
      {
        check: 'hidden',
        message: `the body has ${values} of this hidden example, which nothing that was shown has`,
        example: index,
      },
    ];
  });
}

function* distinctive(value: unknown): Generator<string | number> {
  if (typeof value === 'string') {
    if (value.length >= SHORTEST_TEXT && !/^\p{L}+$/u.test(value)) yield value;
  } else if (typeof value === 'number') {
    if (
      String(value)
        .replace(/^[-0.]+/, '')
        .replace('.', '')
        .replace(/0+$/, '').length >= FEWEST_DIGITS
    )
      yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) yield* distinctive(one);
  }
}

function standsIn(text: string, value: string | number): boolean {
  if (typeof value === 'number')
    return new RegExp(String.raw`(?<![\d.])${String(value).replaceAll('.', String.raw`\.`)}(?![\d.])`).test(text);
  const inCode = JSON.stringify(value).slice(1, -1);
  return [value, inCode, inCode.replaceAll("'", String.raw`\'`)].some((one) => text.includes(one));
}
