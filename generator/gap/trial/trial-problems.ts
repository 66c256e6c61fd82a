import type { GapCheck, GapProblem } from '../problem.ts';
import type { BrokenCriterion } from './criteria-check.ts';
import { firstDifference } from './difference.ts';
import type { Fault, Stopped } from './sandbox/job.ts';

const LONGEST = 400;
const LOADING = 'While the file is loaded';

/** Where something happened: an input as JSON, or undefined for the loading of the file. */
type Input = string | undefined;

/** An example that gives something else than it should. */
export function mismatchProblem(input: string, json: string, expected: unknown): GapProblem | undefined {
  const difference = firstDifference(JSON.parse(json), expected);
  if (difference === undefined) return undefined;
  const { path, got } = difference;
  const what = path === '$' ? 'the result' : `${path} of the result`;
  return {
    check: 'visible',
    message: `For the input ${short(input)}, ${what} is ${shown(got)}; expected ${shown(difference.expected)}`,
  };
}

/** Something was thrown, or the result is no JSON. */
export function faultProblem(check: GapCheck, input: Input, fault: Fault): GapProblem {
  if (fault.kind === 'unfit')
    return {
      check,
      message: `${at(input)}, the result is no plain data: ${fault.what}`,
      fix: 'Return objects, lists, texts, finite numbers, booleans and null only, as the output type has them',
    };
  const { what } = fault;
  if (isLimit(what)) return { check: 'limits', message: `${at(input)}, it takes too much: ${what}`, fix: SIMPLER };
  return {
    check,
    message: `${at(input)}, it throws ${what}`,
    fix: FROZEN.test(what)
      ? 'The input is frozen: copy what you sort or change'
      : 'Return a result for every input that its type allows',
  };
}

/** The result does not fit the output's schema. */
export function invalidProblem(input: string, json: string, why: string): GapProblem {
  return {
    check: 'totality',
    message: `For the input ${short(input)}, the result ${short(json)} does not fit the output type: ${why}`,
  };
}

/** The result fits its type, and is none that a criterion allows. */
export function criterionProblem(input: string, json: string, { property, why }: BrokenCriterion): GapProblem {
  const { criterion, text } = property;
  const broken = why === undefined ? 'does not keep' : `is none of which can be told (${why}) whether it keeps`;
  return {
    check: 'criteria',
    message: `For the input ${short(input)}, the result ${short(json)} ${broken} the criterion: ${text}`,
    criterion,
  };
}

/** It had to be stopped. */
export function stoppedProblem(input: Input, { why }: Stopped): GapProblem {
  const what = {
    time: 'it takes too long and was stopped',
    killed: 'it takes too long and was stopped',
    memory: 'it takes too much memory',
    crashed: 'it takes more than the engine can bear',
  }[why];
  return { check: 'limits', message: `${at(input)}, ${what}`, fix: SIMPLER };
}

/** The same input, another result. */
export function unstableProblem(input: string, first: string, second: string, cause: string): GapProblem {
  return {
    check: 'determinism',
    message: `For the input ${short(input)}, the result depends on ${cause}: once ${short(first)}, once ${short(second)}`,
    fix: 'Compute the result from the input alone',
  };
}

/** All that is ever said of a hidden example. */
export function hiddenProblem(example: number): GapProblem {
  return { check: 'hidden', message: 'a hidden example fails', example };
}

const SIMPLER = 'Go through the input a fixed number of times, and end every loop and recursion with it';
const FROZEN = /read-only|not extensible|frozen|Cannot (?:assign|add|delete)/i;

function isLimit(what: string): boolean {
  return /^GapFuelError\b|^InternalError: out of memory|^RangeError: Maximum call stack/.test(what);
}

function at(input: Input): string {
  return input === undefined ? LOADING : `For the input ${short(input)}`;
}

function shown(value: unknown): string {
  return value === undefined ? 'not there' : short(JSON.stringify(value));
}

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${text.length} characters)`;
}
