/** The longest name that the spec language takes. */
const LONGEST = 60;

/** `full-repository`, `stripe.list` → FullRepository, StripeList: the name of a model. */
export function modelNameOf(text: string): string {
  const name = wordsOf(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return (/^[A-Z]/.test(name) ? name : `Model${name}`).slice(0, LONGEST);
}

/** `repos/list-for-org` → reposListForOrg: the name of an endpoint or a system. */
export function idOf(text: string): string {
  const name = wordsOf(text)
    .map((word, index) =>
      index === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('');
  return (/^[a-z]/.test(name) ? name : `n${name}`).slice(0, LONGEST);
}

/** `orders api` → orders-api: the name of an integration. */
export function kebabOf(text: string): string {
  const name = wordsOf(text).join('-').toLowerCase();
  return (/^[a-z]/.test(name) ? name : `api-${name}`).slice(0, LONGEST).replace(/-+$/, '');
}

/** `orders`, `apiKey` → ORDERS_API_KEY: the name of a setting. */
export function settingOf(...parts: readonly string[]): string {
  return parts
    .flatMap((part) => wordsOf(part.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')))
    .join('_')
    .toUpperCase();
}

/** The name, or the first with a number behind it that nobody has. */
export function unique(name: string, taken: { readonly has: (name: string) => boolean }): string {
  let result = name;
  for (let count = 2; taken.has(result); count += 1)
    result = `${name.slice(0, LONGEST - String(count).length)}${String(count)}`;
  return result;
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
}
