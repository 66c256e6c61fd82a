import { FatalError } from '../context/errors.ts';

/**
 * One segment of a path, percent-encoded, so that a value can neither leave its segment nor start a query.
 * `FatalError('invalid_input')` for what would change which resource is meant: '', '.' and '..', and a number that is not finite.
 */
export function pathSegment(value: string | number): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw refused(String(value));
  const text = String(value).toWellFormed();
  if (text === '' || text === '.' || text === '..') throw refused(`'${text}'`);
  return encodeURIComponent(text);
}

function refused(shown: string): FatalError {
  return new FatalError('invalid_input', `${shown} cannot be a segment of a request path`);
}

/**
 * A path of several segments, each percent-encoded; its slashes stay. A leading or doubled slash is refused, as is a segment
 * that `pathSegment` refuses.
 */
export function pathSegments(value: string | number): string {
  return String(value).split('/').map(pathSegment).join('/');
}
