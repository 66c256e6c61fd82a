/** A request as it came: its path and query decoded, names of headers in lower case. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  /** Names and values in the order of the URL. */
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

export function describeRequest({ method, path, query }: ReceivedRequest): string {
  const text = query.map(([name, value]) => `${name}=${value}`).join('&');
  return `${method} ${path}${text === '' ? '' : `?${text}`}`;
}
