import { FatalError } from '../context/errors.ts';

/** Request headers: names in lower case, each once. */
export type HeaderBag = Map<string, string>;

/**
 * Sets a header. `FatalError('invalid_input')` where the name is not a token or the value has a character that a header
 * cannot carry (RFC 9110 section 5.5: no control characters, so no line break that would start another header).
 * The message names the header, never its value.
 */
export function setHeader(headers: HeaderBag, name: string, value: string): void {
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name))
    throw new FatalError('invalid_input', `${JSON.stringify(name)} is not a header name`);
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
    throw new FatalError(
      'invalid_input',
      `the value of the header '${name}' holds a character that a header cannot carry`,
    );
  }
  headers.set(name.toLowerCase(), value);
}
