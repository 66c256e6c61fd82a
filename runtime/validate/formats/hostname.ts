/** A host name (RFC 1123): labels of letters, digits and inner hyphens, at most 63 long and 253 together. */
export function isHostname(text: string): boolean {
  return (
    text.length <= 253 &&
    text.split('.').every((label) => label.length <= 63 && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(label))
  );
}
