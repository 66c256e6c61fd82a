import { printable } from '../../diagnostics/render/printable.ts';

/** A value as one line of at most `width` columns, safe for a terminal; what is cut off is told by its size. */
export function shorten(value: unknown, width: number): string {
  if (value === undefined) return '';
  const text = printable(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  const characters = [...text];
  if (characters.length <= width) return text;
  const ends = `… (${size(Buffer.byteLength(text))})`;
  return `${characters.slice(0, Math.max(width - ends.length, 1)).join('')}${ends}`;
}

function size(bytes: number): string {
  return bytes < 1000 ? `${String(bytes)} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
