/** The first value of a query parameter of a URL, absolute or not; `undefined` where it has none. */
export function queryParam(url: string, name: string): string | undefined {
  const [beforeFragment = ''] = url.split('#', 1);
  const start = beforeFragment.indexOf('?');
  return start === -1 ? undefined : (new URLSearchParams(beforeFragment.slice(start + 1)).get(name) ?? undefined);
}
