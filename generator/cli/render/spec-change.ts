import { isRecord } from '../../data/is-record.ts';
import type { Paint } from '../../diagnostics/render/colour.ts';
import { printable } from '../../diagnostics/render/printable.ts';
import type { SpecChange } from '../../pipeline/spec-changes.ts';
import { shorten } from './shorten.ts';

const WIDTH = 80;

/** `systems.hubspot.retry.attempts: 4 → 5`, `mappings.orderToDeal.rows: + to: note, from: note`. */
export function specChangeLine({ path, before, after }: SpecChange, paint: Paint): string {
  const name = `${paint('cyan', printable(path))}:`;
  if (before === undefined) return `${name} ${paint('green', `+ ${short(after)}`)}`;
  if (after === undefined) return `${name} ${paint('red', `- ${short(before)}`)}`;
  return `${name} ${paint('red', short(before))} → ${paint('green', short(after))}`;
}

function short(value: unknown): string {
  return shorten(isRecord(value) ? entries(value) : flow(value), WIDTH);
}

/** As YAML has it on one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${entries(value)} }`;
  return typeof value === 'string' && /^[\w./@-][^\n:#,[\]{}]*$/.test(value) && Number.isNaN(Number(value))
    ? value
    : (JSON.stringify(value) ?? '');
}

function entries(value: object): string {
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${flow(part)}`)
    .join(', ');
}
