import { accepts } from './accepts.ts';
import { formatText } from './format-text.ts';
import { schemasAt, textAt, type Schema } from './schema.ts';

/** What the schema itself offers: `const`, `enum`, `example`, `examples`, `default`; `undefined` where nothing fits. */
export function preferred(schema: Schema, variant: number): unknown {
  if ('const' in schema) return schema['const'];
  if ('enum' in schema) return ofEnum(schema, variant);
  const { default: fallback } = schema;
  const offered = [
    ...('example' in schema ? [schema['example']] : []),
    ...schemasAt(schema, 'examples'),
    ...(fallback === undefined || fallback === null ? [] : [fallback]),
  ];
  const fitting = offered.filter((value) => accepts(schema, value));
  if (variant < fitting.length) return fitting[variant];
  const varied = vary(schema, fitting[0], variant);
  return accepts(schema, varied) ? varied : fitting[0];
}

function ofEnum(schema: Schema, variant: number): unknown {
  const fitting = schemasAt(schema, 'enum').filter((value) => accepts(schema, value));
  const useful = fitting.filter((value) => value !== null);
  return useful.length === 0 ? fitting[0] : useful[variant % useful.length];
}

/** Another value of the kind of one that the schema offers: the next number, or text with another number at its end. */
function vary(schema: Schema, value: unknown, variant: number): unknown {
  if (typeof value === 'number') return value + variant;
  if (typeof value !== 'string') return value;
  const formatted = formatText(textAt(schema, 'format') ?? '', variant);
  if (formatted !== undefined) return formatted;
  const digits = /\d+$/u.exec(value)?.[0];
  if (digits === undefined) return `${value} ${variant + 1}`;
  return value.slice(0, -digits.length) + String(BigInt(digits) + BigInt(variant)).padStart(digits.length, '0');
}
