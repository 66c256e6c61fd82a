import { isRecord } from '../data/is-record.ts';

/** How long a line may be that holds an object or a list. */
const WIDTH = 120;

/** Data as YAML that people would write: what fits on a line stands on one. */
export function writeYaml(data: Readonly<Record<string, unknown>>): string {
  return block(data, 0);
}

function block(data: Readonly<Record<string, unknown>>, depth: number): string {
  const indent = '  '.repeat(depth);
  return Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${indent}${scalar(key, false)}:${below(value, depth, key)}\n`)
    .join('');
}

/** The sections of a spec, and what they hold, get lines of their own. */
function below(value: unknown, depth: number, key: string): string {
  if (isList(value)) {
    const line = flow(value);
    if (fits(line, depth, key)) return ` ${line}`;
    return `\n${value.map((item) => listItem(item, depth + 1)).join('\n')}`;
  }
  if (!isRecord(value)) return ` ${scalar(value, false)}`;
  const line = flow(value);
  if (Object.keys(value).length === 0 || (depth > 0 && fits(line, depth, key))) return ` ${line}`;
  return `\n${block(value, depth + 1).trimEnd()}`;
}

function listItem(item: unknown, depth: number): string {
  const indent = '  '.repeat(depth);
  const line = isRecord(item) || isList(item) ? flow(item) : scalar(item, false);
  if (!isRecord(item) || fits(line, depth, '')) return `${indent}- ${line}`;
  const lines = block(item, depth + 1).trimEnd();
  return `${indent}- ${lines.slice(indent.length + 2)}`;
}

function fits(line: string, depth: number, key: string): boolean {
  return line.length + depth * 2 + key.length + 4 <= WIDTH;
}

function flow(value: unknown): string {
  if (isList(value)) return `[${value.map(flow).join(', ')}]`;
  if (!isRecord(value)) return scalar(value, true);
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([key, one]) => `${scalar(key, true)}: ${flow(one)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Words that YAML, or one of its readers, takes for something else than text. */
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n|nan)$/i;

function scalar(value: unknown, inFlow: boolean): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'null';
  const plain = inFlow ? /^[A-Za-z/$][\w ./|$?-]*$/ : /^[A-Za-z/$](?:[\w ./|$?(){}[\]@-]|:(?=\S))*$/;
  if (plain.test(value) && !/ $|\?.+$/.test(value) && !WORDS.test(value)) return value;
  // oxlint-disable-next-line no-control-regex -- those that single quotes cannot hold
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(value)) return JSON.stringify(value);
  return value.includes("'") && !/["\\]/.test(value) ? `"${value}"` : `'${value.replaceAll("'", "''")}'`;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
