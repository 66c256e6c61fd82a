/** A text shorter than this is not masked: replacing every `a` would hide the message and reveal the secret. */
const shortestSecret = 4;

/** `text` without the secrets, also where they are percent-encoded or escaped as JSON. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  let masked = text;
  // The longest first: one secret may be a part of another.
  for (const secret of secrets.toSorted((a, b) => b.length - a.length)) {
    if (secret.length < shortestSecret) continue;
    const escaped = JSON.stringify(secret).slice(1, -1);
    for (const form of new Set([secret, escaped, encodeURIComponent(secret.toWellFormed())])) masked = masked.replaceAll(form, '***');
  }
  return masked;
}

/** The beginning of a provider's error body on one line, secrets masked before it is cut. */
export function excerpt(body: string, secrets: readonly string[], length = 300): string {
  const line = maskSecrets(body.slice(0, 20_000), secrets)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length <= length ? line : `${line.slice(0, length).toWellFormed()}…`;
}
