import { isSchemaObject } from '../../shape/json-schema.ts';
import type { Tell } from '../remark.ts';
import { pointerOf } from './values.ts';

/** The outputs of each step by their names, filled as they are needed. */
export type OutputsOf = Map<string, Map<string, string>>;

export interface Exporter {
  readonly value: (from: unknown) => unknown;
  /** A runtime expression; undefined where there is none for it. */
  readonly expression: (text: string) => string | undefined;
}

/** Turns values of the spec language into those of Arazzo. `input`: what the steps call the input. */
export function exportValues(input: string, outputs: OutputsOf, tell: Tell): Exporter {
  const expression = (text: string): string | undefined => {
    const [, name = '', path = ''] = /^\s*([A-Za-z]\w*)((?:\.\w+|\[\d+\]|\["[^"]*"\])*)\s*$/.exec(text) ?? [];
    if (name === input && path !== '') return `$inputs${path}`;
    const step = outputs.get(name);
    const pointer = pointerOf(path);
    if (step === undefined || pointer === undefined) return undefined;
    const source = pointer === '' ? '$response.body' : `$response.body#${pointer}`;
    const known = [...step].find(([, one]) => one === source)?.[0] ?? freeName(pointer, step);
    step.set(known, source);
    return `$steps.${name}.outputs.${known}`;
  };
  const text = (from: string): string => {
    const whole = /^\{([^{}]*)\}$/.exec(from)?.[1];
    if (whole !== undefined) {
      const found = expression(whole);
      if (found === undefined) tell(`'${from}' has no place in Arazzo; it stands as text`);
      return found ?? from;
    }
    return from
      .split(/(\{\{|\}\}|\{[^{}]*\})/)
      .map((part) => {
        if (part === '{{' || part === '}}') return part.charAt(0);
        if (!/^\{.+\}$/.test(part)) return part;
        const found = expression(part.slice(1, -1));
        if (found === undefined) tell(`'${part}' has no place in Arazzo; it stands as text`);
        return found === undefined ? part : `{${found}}`;
      })
      .join('');
  };
  const value = (from: unknown): unknown => {
    if (Array.isArray(from)) return from.map(value);
    if (isSchemaObject(from)) return Object.fromEntries(Object.entries(from).map(([key, one]) => [key, value(one)]));
    return typeof from === 'string' ? text(from) : from;
  };
  return { value, expression };
}

function freeName(pointer: string, taken: ReadonlyMap<string, string>): string {
  const last =
    pointer
      .split('/')
      .at(-1)
      ?.replaceAll(/[^\w-]/g, '') ?? '';
  const wanted = last === '' ? 'body' : last;
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}${count}`;
  return name;
}
