import { FatalError, PayloadError } from '../context/errors.ts';
import type { Issue } from '../context/issue.ts';
import { type Place, root } from './place.ts';

/** A generated check: true where `value` fits the model; otherwise it has noted every place that does not. */
export type Check<T> = (value: unknown, at: Place, issues: Issue[]) => value is T;

/** A function that lets a value through that fits the model `name`, and throws `PayloadError` with every issue otherwise. */
export function parser<T>(name: string, check: Check<T>): (value: unknown) => T {
  return (value) => {
    const issues: Issue[] = [];
    if (check(value, root, issues)) return value;
    throw new PayloadError(issues, describeIssues(name, issues));
  };
}

/** The same for what a system answered: `FatalError('invalid_response')` with the issues in its details. */
export function responseParser<T>(name: string, check: Check<T>): (value: unknown) => T {
  return (value) => {
    const issues: Issue[] = [];
    if (check(value, root, issues)) return value;
    throw new FatalError('invalid_response', describeIssues(name, issues), { model: name, issues });
  };
}

const shown = 3;

function describeIssues(name: string, issues: readonly Issue[]): string {
  const first = issues.slice(0, shown).map(({ path, message }) => (path === '' ? message : `${path} ${message}`));
  const more = issues.length > shown ? `; and ${issues.length - shown} more` : '';
  return `${name} does not fit its model: ${first.join('; ')}${more}`;
}
