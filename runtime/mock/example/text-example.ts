import { formatText } from './format-text.ts';
import { patternText } from './pattern-text.ts';
import { numberAt, textAt, type Schema } from './schema.ts';

/** Text for a schema: of its format, of its pattern, or its field's name, made as long as it has to be. */
export function textExample(schema: Schema, hint: string, variant: number): string {
  const format = textAt(schema, 'format');
  const pattern = textAt(schema, 'pattern');
  const formatted = format === undefined ? undefined : formatText(format, variant);
  const plain = plainText(schema, hint, variant);
  const candidates = [
    ...(formatted === undefined ? [] : [formatted]),
    plain,
    ...(pattern === undefined ? [] : patterned(schema, pattern, variant)),
  ];
  return candidates.find((text) => fitsText(schema, text)) ?? formatted ?? plain;
}

/** Whether length and pattern allow the text. */
export function fitsText(schema: Schema, text: string): boolean {
  const length = [...text].length;
  const pattern = textAt(schema, 'pattern');
  return (
    length >= (numberAt(schema, 'minLength') ?? 0) &&
    length <= (numberAt(schema, 'maxLength') ?? Number.POSITIVE_INFINITY) &&
    (pattern === undefined || matches(pattern, text))
  );
}

function plainText(schema: Schema, hint: string, variant: number): string {
  const suffix = variant === 0 ? '' : ` ${variant + 1}`;
  const most = numberAt(schema, 'maxLength') ?? Number.POSITIVE_INFINITY;
  const least = numberAt(schema, 'minLength') ?? 0;
  const stem = [...(hint === '' ? 'text' : hint)];
  const length = Math.max(0, Math.min(Math.max(least, stem.length + suffix.length), most) - suffix.length);
  const filled = Array.from({ length }, (_, index) => stem[index % stem.length] ?? '').join('');
  return (filled + suffix).slice(0, most);
}

function patterned(schema: Schema, pattern: string, variant: number): readonly string[] {
  const least = numberAt(schema, 'minLength') ?? 0;
  try {
    const texts = Array.from({ length: Math.min(least + 3, 200) }, (_, extra) =>
      patternText(pattern, { variant, extra }),
    );
    // A pattern that is open at its end (`^cus_`) gets a number, as ids have.
    const [first = ''] = texts;
    return [first + String(variant + 1).padStart(least - first.length, '0'), ...texts];
  } catch {
    return []; // not readable here: the plain text has to do
  }
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true; // no pattern at all
  }
}
