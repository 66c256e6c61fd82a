import { ts } from '../../emit/syntax/typescript.ts';
import { insteadOf } from './library/instead.ts';
import { PROOF } from './claims.ts';
import type { Finding } from './body.ts';

const MISSING = 'test it first (if (x === undefined) …), give a default with ??, or read it into a const and test that';
const FIXES: ReadonlyMap<number, string> = new Map([
  [2532, MISSING],
  [2531, MISSING],
  [2533, MISSING],
  [18047, MISSING],
  [18048, MISSING],
  [18049, MISSING],
  [2538, MISSING],
  [7006, 'give the parameter a type'],
  [7031, 'give the parameter a type'],
  [7005, 'give the variable a type'],
  [7034, 'give the variable a type'],
  [7053, 'declare the table as Record<string, …> or a Map, or use a key of the type keyof'],
  [2366, 'return a value at the end, or throw an Error where it is impossible'],
  [7030, 'return a value on every path'],
  [2355, 'return a value'],
  [18046, "check it first: typeof, Array.isArray, 'field' in value"],
  [2571, "check it first: typeof, Array.isArray, 'field' in value"],
  [2540, 'the input is read-only: make a copy with a spread'],
  [2542, 'the input is read-only: make a copy with a spread'],
  [4104, 'make a copy: [...list]; or take a readonly list'],
  [2375, 'leave the field out where there is no value: ...(x === undefined ? {} : { field: x })'],
  [2379, 'leave the field out where there is no value: ...(x === undefined ? {} : { field: x })'],
  [2412, 'leave the field out where there is no value'],
  [7029, 'end the case with break or return'],
  [7022, 'give it a type'],
  [7023, 'give the function the type that it returns'],
  [7024, 'give the function the type that it returns'],
  [2454, 'give it a value where it is declared'],
  [2448, 'declare it before it is used'],
  [2451, 'use another name'],
  [2300, 'use another name'],
  [2741, 'add the missing field'],
  [2739, 'add the missing fields'],
  [2740, 'add the missing fields'],
  [2353, 'leave the field out: the type does not have it'],
  [2561, 'write the name as the type has it'],
  [2551, 'write the name as the type has it'],
  [2367, 'compare it with a value of its type'],
  [2678, 'compare it with a value of its type'],
  [2554, 'give as many arguments as the function takes'],
]);
const UNKNOWN_NAME = new Set([2304, 2552, 2503, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 18004, 2318, 2868]);
const NO_MEMBER = new Set([2339, 2550, 2551, 2568, 2576]);

/** What TypeScript says, in its words, with what to write instead. */
export function typeFinding(diagnostic: ts.Diagnostic): Finding {
  const at = diagnostic.start ?? 0;
  const length = diagnostic.length ?? 0;
  const word = diagnostic.file?.text.slice(at, at + length) ?? '';
  const said = shorten(ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '));
  if (isProof(diagnostic.file?.text ?? '', at)) {
    return {
      at,
      check: 'types',
      message: "what 'x is T' claims does not follow from what the function returns",
      fix: 'test all that the type says; or look the value up: TIERS.find((tier) => tier === text), TABLE[key as keyof typeof TABLE] ?? other',
    };
  }
  if (diagnostic.code === 1294)
    return {
      at,
      check: 'static',
      message: 'this syntax makes code of its own, and is not allowed in a body',
      fix: 'use a union of literals, plain objects and functions',
    };
  if (UNKNOWN_NAME.has(diagnostic.code)) {
    return {
      at,
      check: insteadOf(word) === undefined ? 'types' : 'static',
      message: `'${word}' is not known in a body`,
      fix: insteadOf(word) ?? 'define it in the body, or take it from the input',
    };
  }
  const better = NO_MEMBER.has(diagnostic.code) ? (insteadOf(word) ?? onList(word, said)) : undefined;
  return {
    at,
    check: 'types',
    message: said,
    fix: better ?? FIXES.get(diagnostic.code) ?? fixOf(diagnostic.code, said),
  };
}

/** In the proof of a claim, which stands on the line of what it proves. */
function isProof(text: string, at: number): boolean {
  const start = text.lastIndexOf(PROOF, at);
  return start !== -1 && !text.slice(start, at).includes(') : false');
}

function fixOf(code: number, said: string): string {
  if ((code === 2322 || code === 2345) && /undefined/.test(said)) return MISSING;
  if ((code === 2322 || code === 2345) && /readonly/.test(said))
    return 'make a copy: [...list]; or take a readonly list';
  if (NO_MEMBER.has(code))
    return "use what the value's type has; of the language's library, a body has what is the same everywhere";
  if (/unknown/.test(said))
    return 'give it a type: new Map<string, number>(), new Array<number>(n), or check the value with typeof';
  return "make the value fit the type; the contract's types are as they are given";
}

/** What `readonly` lists and what walks over a map or a set do not have, and lists do. */
function onList(word: string, said: string): string | undefined {
  if (/^(?:copyWithin|fill|pop|push|reverse|shift|sort|splice|unshift)$/.test(word) && / on type 'readonly /.test(said))
    return `make a copy first: [...list].${word}(…), or declare the list without readonly`;
  return / on type '\w*Iterator</.test(said) ? `make a list of it first: [...items].${word}(…)` : undefined;
}

/** A body cannot change what it is compiled for. */
const ADVICE =
  /(?: Do you need to change your target library\?)? Try changing the 'lib' compiler option to '[^']*' or later\./;

function shorten(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').replace(ADVICE, '');
  return line.length <= 400 ? line : `${line.slice(0, 399)}…`;
}
