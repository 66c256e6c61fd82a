/** A text shorter than this is not masked: replacing every `a` would hide the message and reveal the secret. */
const shortestSecret = 4;

/** `text` without the secrets, also where they are percent-encoded or escaped as JSON. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.filter((secret) => secret.length >= shortestSecret).flatMap(formsOf);
  // The longest first: one may be a part of another.
  return forms.toSorted((a, b) => b.length - a.length).reduce((masked, form) => masked.replaceAll(form, '***'), text);
}

/** The beginning of a provider's error body on one line, secrets masked before it is cut. */
export function excerpt(body: string, secrets: readonly string[], length = 300): string {
  const line = maskSecrets(body, secrets)
    .slice(0, 20_000)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length <= length ? line : `${line.slice(0, length).toWellFormed()}…`;
}

function formsOf(secret: string): string[] {
  const escaped = JSON.stringify(secret).slice(1, -1);
  // Some write `/` as `\/` in JSON.
  return [secret, escaped, escaped.replaceAll('/', '\\/'), encodeURIComponent(secret.toWellFormed())];
}
