/**
 * The path part of a base URL. Its `{variables}` stand there by their names: what a mock is below needs no value of
 * theirs, and braces would not come back from a URL as they were.
 */
export function basePathOf(baseUrl: string): string {
  return baseUrl
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/\/+$/, '')
    .replaceAll(/\{([^{}]*)\}/g, '$1');
}
