/** The path part of a base URL, whose `{variables}` are left as they are. */
export function basePathOf(baseUrl: string): string {
  return baseUrl.replace(/^https?:\/\/[^/]*/, '').replace(/\/+$/, '');
}
