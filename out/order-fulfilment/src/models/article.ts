import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report } from '@flowright/runtime/validate';

/** What an article number says. */
export interface Article {
  amount: number;
  colour: 'red' | 'black' | 'white' | 'green' | 'blue' | 'none';
  line: string;
  name: string;
  pack: number;
  unit: 'g' | 'ml' | 'none';
  valid: boolean;
}

export function checkArticle(value: unknown, at: Place, issues: Issue[]): value is Article {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const amount = value.amount;
  if (amount === undefined) {
    report(issues, inside(at, 'amount'), 'is missing');
  } else if (typeof amount !== 'number') {
    report(issues, inside(at, 'amount'), 'must be a number');
  } else {
    if (!Number.isSafeInteger(amount)) report(issues, inside(at, 'amount'), notAnInteger(amount));
    if (amount < 0) report(issues, inside(at, 'amount'), 'must be at least 0');
  }
  const colour = value.colour;
  if (colour === undefined) {
    report(issues, inside(at, 'colour'), 'is missing');
  } else if (
    colour !== 'red' &&
    colour !== 'black' &&
    colour !== 'white' &&
    colour !== 'green' &&
    colour !== 'blue' &&
    colour !== 'none'
  )
    report(issues, inside(at, 'colour'), 'must be "red", "black", "white", "green", "blue" or "none"');
  const line = value.line;
  if (line === undefined) {
    report(issues, inside(at, 'line'), 'is missing');
  } else if (typeof line !== 'string') report(issues, inside(at, 'line'), 'must be a string');
  const name = value.name;
  if (name === undefined) {
    report(issues, inside(at, 'name'), 'is missing');
  } else if (typeof name !== 'string') report(issues, inside(at, 'name'), 'must be a string');
  const pack = value.pack;
  if (pack === undefined) {
    report(issues, inside(at, 'pack'), 'is missing');
  } else if (typeof pack !== 'number') {
    report(issues, inside(at, 'pack'), 'must be a number');
  } else {
    if (!Number.isSafeInteger(pack)) report(issues, inside(at, 'pack'), notAnInteger(pack));
    if (pack < 1) report(issues, inside(at, 'pack'), 'must be at least 1');
    if (pack > 999) report(issues, inside(at, 'pack'), 'must be at most 999');
  }
  const unit = value.unit;
  if (unit === undefined) {
    report(issues, inside(at, 'unit'), 'is missing');
  } else if (unit !== 'g' && unit !== 'ml' && unit !== 'none')
    report(issues, inside(at, 'unit'), 'must be "g", "ml" or "none"');
  const valid = value.valid;
  if (valid === undefined) {
    report(issues, inside(at, 'valid'), 'is missing');
  } else if (typeof valid !== 'boolean') report(issues, inside(at, 'valid'), 'must be true or false');
  return issues.length === before;
}
