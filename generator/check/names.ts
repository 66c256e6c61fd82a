/** Names that would be odd for a variable, and globals that generated code must not hide. */
const AVOIDED: ReadonlySet<string> = new Set(
  `as async from of type any unknown never string number boolean object symbol bigint NaN Infinity
  Array Boolean Date Error JSON Map Math Number Object Promise Set String Symbol RegExp globalThis process console fetch URL`.split(
    /\s+/,
  ),
);

/** Words that cannot name anything in a strict ES module, and the names that lead out of an object. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  `arguments await break case catch class const constructor continue debugger default delete do else enum eval export extends false finally for function
  if implements import in instanceof interface let new null package private protected prototype public return static super switch this throw true try typeof
  undefined var void while with yield`.split(/\s+/),
);

/** Whether expressions can read something by this name. */
export function isReadable(name: string): boolean {
  return !RESERVED_WORDS.has(name);
}

/** A variable's name for something of the spec: the name itself where it can be one, else with a suffix. */
export function localName(wanted: string, taken: ReadonlySet<string>): string {
  const base = camelCase(wanted);
  let name = AVOIDED.has(base) || RESERVED_WORDS.has(base) || taken.has(base) ? `${base}Value` : base;
  for (let count = 2; taken.has(name); count += 1) name = `${base}${String(count)}`;
  return name;
}

/** Such a name that is taken from now on. */
export function claimName(wanted: string, taken: Set<string>): string {
  const name = localName(wanted, taken);
  taken.add(name);
  return name;
}

/** `line_items` → lineItems, `Order` → order, `X-Shop` → xShop, `2fa` → n2fa. */
export function camelCase(text: string): string {
  const words = wordsOf(text);
  const name = words
    .map((word, index) =>
      index === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('');
  return /^[a-zA-Z_$]/.test(name) ? name : `n${name}`;
}

export function pascalCase(text: string): string {
  const camel = camelCase(text);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

/** `orderToDeal` → order-to-deal: the way files are called. */
export function kebabCase(text: string): string {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase();
}

/** `orderToDeal` → ORDER_TO_DEAL: the way settings are called. */
export function upperSnakeCase(text: string): string {
  return kebabCase(text).replaceAll('-', '_').toUpperCase();
}

/** What one item of a list is called: `line_items` → lineItem, `data` → dataItem. */
export function itemName(list: string): string {
  const name = camelCase(list);
  if (/(ss|us|is)$/.test(name) || !name.endsWith('s')) return `${name}Item`;
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  return /(xes|ches|shes|sses)$/.test(name) ? name.slice(0, -2) : name.slice(0, -1);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
}
