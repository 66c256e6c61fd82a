import type { GapContract } from '../../contract/contract.ts';

/** What only somebody can know who has seen a hidden example. */
export interface HiddenData {
  /** Index of the example. */
  readonly example: number;
  /** Texts of its input in small letters; those that nobody would think of by themselves. */
  readonly telling: ReadonlySet<string>;
  /** Texts and numbers that somebody might well think of: one alone says nothing. */
  readonly plain: ReadonlySet<string>;
  /** The one number or text that its input is, where nobody would think of it: who compares it compares the whole input. */
  readonly alone?: string;
  /** All that its input is: who compares all of it in one condition means this example. Empty where that says little. */
  readonly whole: readonly Leaf[];
}

/** A value of an input that has no members, with the name of the member that it is. */
export interface Leaf {
  readonly name: string;
  readonly value: unknown;
  /** In small letters. */
  readonly text: string;
}

const SHORTEST = 6;
/** Digits that count, from which on a number is none that anybody would think of. */
const UNUSUAL = 3;
/** Digits that count, of a number that stands for itself: fewer may well be one of a trade's, such as 65,535. */
const MOST_KNOWN = 5;

/** Of each hidden example what neither the words of the contract nor its visible examples nor its schemas contain. */
export function hiddenData(contract: GapContract): readonly HiddenData[] {
  const { gap, functionName, description, rule, criteria, examples, inputSchema, outputSchema } = contract;
  const visible = examples.filter(({ hidden }) => !hidden).map((example) => [example.in, example.out, example.note]);
  const known = JSON.stringify([gap, functionName, description, rule, criteria, visible, inputSchema, outputSchema]);
  const words = known.toLowerCase();
  const bare = words.replaceAll(/(?<=\d)[,_](?=\d{3})/g, '');
  return examples.flatMap((example, index): HiddenData[] => {
    if (!example.hidden) return [];
    const leaves = leavesOf(example.in);
    const texts = leaves.filter(({ value }) => typeof value === 'string').map(({ text }) => text);
    const unknown = texts.filter(
      (text) => text.length >= SHORTEST && !words.includes(JSON.stringify(text).slice(1, -1)),
    );
    const numbers = leaves
      .map(({ value }) => value)
      .filter((value) => typeof value === 'number')
      .filter((number) => digitsOf(number) >= UNUSUAL && !bare.includes(String(number)));
    // A body that compares the whole input does it by its JSON.
    const whole =
      typeof example.in === 'object' && example.in !== null ? [JSON.stringify(example.in).toLowerCase()] : [];
    const [first = 0] = numbers;
    const [only = String(first)] = unknown;
    const isAlone = leaves.length === 1 && (unknown.length === 1 || digitsOf(first) > MOST_KNOWN);
    return [
      {
        example: index,
        ...(isAlone && { alone: only }),
        whole: wholeOf(leaves),
        telling: new Set([...unknown.filter(isTelling), ...whole]),
        plain: new Set([...unknown.filter((text) => !isTelling(text)), ...numbers.map(String)]),
      },
    ];
  });
}

/** Names of people, orders and places with numbers, addresses, sentences; not the words of a trade, such as `wire transfer`. */
function isTelling(text: string): boolean {
  return /[\d@/:#]/.test(text) || text.split(/\s+/).length > 2;
}

/** Fewest values that one condition hardly compares all of unless it means one case; flags alone may well be a rule. */
const WHOLE = 3;

function wholeOf(leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves.length >= WHOLE && leaves.some(({ value }) => isLiteral(value)) ? leaves : [];
}

/** What code compares by its literal; flags it asks for by their names. */
export function isLiteral(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function leavesOf(value: unknown, name = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ name, value, text: String(value).trim().toLowerCase() }];
  // An item of a list goes by the list's name.
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, Array.isArray(value) ? name : key));
}

/** How many digits of a number count. */
function digitsOf(value: number): number {
  return String(Math.abs(value))
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
}
