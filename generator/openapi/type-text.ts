/** How long a choice of values may be in short form. */
const LONGEST_CHOICE = 100;

/** Values as a type in short form: `'open' | 'paid'`; undefined where it cannot say them, or not in a line. */
export function choiceText(values: readonly unknown[]): string | undefined {
  if (values.length === 0) return undefined;
  const texts: string[] = [];
  for (const value of values) {
    const text = valueText(value);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  const all = [...new Set(texts)].join(' | ');
  return all.length > LONGEST_CHOICE ? undefined : all;
}

function valueText(value: unknown): string | undefined {
  if (typeof value === 'string') return /^[^'"\\|()[\]\n]*$/.test(value) ? `'${value}'` : undefined;
  if (typeof value === 'number') return /^-?\d+(?:\.\d+)?$/.test(String(value)) ? String(value) : undefined;
  return typeof value === 'boolean' ? String(value) : undefined;
}

/** A list of what the text says; undefined where that takes brackets within brackets. */
export function listText(text: string): string | undefined {
  if (/^(?:[A-Za-z][A-Za-z0-9]*|\([^()]*\))(?:\[\])*$/.test(text)) return `${text}[]`;
  return text.includes('(') ? undefined : `(${text})[]`;
}

/** Alternatives, each once. */
export function unionText(texts: readonly string[]): string {
  return [...new Set(texts)].join(' | ');
}

export function orNull(text: string): string {
  return text === 'any' || text === 'null' || text.split(' | ').includes('null') ? text : `${text} | null`;
}
