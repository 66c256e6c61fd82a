import type { MockAnswer } from './mock-request.ts';

/** An answer that refuses a request: JSON with a code and a sentence for the person who reads the log. */
export function problem(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): MockAnswer {
  return { status, headers, body: { error: { code, message } } };
}
