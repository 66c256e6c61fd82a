import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report } from '@flowright/runtime/validate';

/** What is taken off a shelf. */
export interface PickModel {
  amount: number;
  article: string;
  colour: string;
  pieces: number;
  unit: 'g' | 'ml' | 'none';
}

export function checkPickModel(value: unknown, at: Place, issues: Issue[]): value is PickModel {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const amount = value.amount;
  if (amount === undefined) {
    report(issues, inside(at, 'amount'), 'is missing');
  } else if (typeof amount !== 'number') {
    report(issues, inside(at, 'amount'), 'must be a number');
  } else if (!Number.isSafeInteger(amount)) report(issues, inside(at, 'amount'), notAnInteger(amount));
  const article = value.article;
  if (article === undefined) {
    report(issues, inside(at, 'article'), 'is missing');
  } else if (typeof article !== 'string') report(issues, inside(at, 'article'), 'must be a string');
  const colour = value.colour;
  if (colour === undefined) {
    report(issues, inside(at, 'colour'), 'is missing');
  } else if (typeof colour !== 'string') report(issues, inside(at, 'colour'), 'must be a string');
  const pieces = value.pieces;
  if (pieces === undefined) {
    report(issues, inside(at, 'pieces'), 'is missing');
  } else if (typeof pieces !== 'number') {
    report(issues, inside(at, 'pieces'), 'must be a number');
  } else if (!Number.isSafeInteger(pieces)) report(issues, inside(at, 'pieces'), notAnInteger(pieces));
  const unit = value.unit;
  if (unit === undefined) {
    report(issues, inside(at, 'unit'), 'is missing');
  } else if (unit !== 'g' && unit !== 'ml' && unit !== 'none')
    report(issues, inside(at, 'unit'), 'must be "g", "ml" or "none"');
  return issues.length === before;
}
