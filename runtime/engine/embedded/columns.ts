import type { SQLOutputValue } from 'node:sqlite';
import type { Json } from '../../context/json.ts';

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** A column that holds text; throws where it does not, which only a damaged database can cause. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`the column ${column} holds no text`);
  return value;
}

export function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`the column ${column} holds no number`);
  return value;
}

export function optionalNumber(row: Row, column: string): number | undefined {
  return row[column] === null ? undefined : numberOf(row, column);
}

/** JSON that this engine wrote; `undefined` where the column is empty. */
export function jsonOf(row: Row, column: string): Json | undefined {
  return row[column] === null ? undefined : parseJson(textOf(row, column));
}

export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}
