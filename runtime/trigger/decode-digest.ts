/** `Buffer.from` skips what it does not understand, so the form is checked first. */
export function decodeDigest(text: string, encoding: 'hex' | 'base64'): Buffer | undefined {
  const form =
    encoding === 'hex' ? /^(?:[0-9a-fA-F]{2})+$/ : /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
  return form.test(text) ? Buffer.from(text, encoding) : undefined;
}
