import { pointerPath } from '../../shape/json-pointer.ts';
import { isSchemaObject } from '../../shape/json-schema.ts';
import { idOf } from '../names.ts';
import type { Tell } from '../remark.ts';

/** What the steps before give, by stepId and the name of the output: an expression of the spec language. */
export type StepOutputs = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A payload, a parameter's value, an output: runtime expressions become expressions of the spec language. */
export function importValue(value: unknown, outputs: StepOutputs, tell: Tell): unknown {
  if (Array.isArray(value)) return value.map((one) => importValue(one, outputs, tell));
  if (isSchemaObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, importValue(one, outputs, tell)]));
  if (typeof value !== 'string') return value;
  if (value.startsWith('$')) {
    const whole = importExpression(value, outputs);
    if (whole !== undefined) return `{${whole}}`;
    tell(`'${value}' has no place in the spec language; it stands as text`);
    return value;
  }
  return value
    .split(/(\{\$[^{}]*\})/)
    .map((part, index) => {
      if (index % 2 === 0) return part.replaceAll(/[{}]/g, '$&$&');
      const inner = importExpression(part.slice(1, -1), outputs);
      if (inner === undefined) tell(`'${part}' has no place in the spec language; it is left out of a text`);
      return inner === undefined ? '' : `{${inner}}`;
    })
    .join('');
}

/** `$inputs.id` → input.id, `$steps.find.outputs.id` → find.id; undefined where there are no words for it. */
export function importExpression(text: string, outputs: StepOutputs): string | undefined {
  const input = /^\$inputs\.([\w.[\]-]+)$/.exec(text)?.[1];
  if (input !== undefined) return `input.${input}`;
  const step = /^\$steps\.([\w-]+)\.outputs\.([\w-]+)(?:#(\/.*)|\.(.+))?$/.exec(text);
  const found = step === null ? undefined : outputs.get(step[1] ?? '')?.get(step[2] ?? '');
  if (found === undefined) return undefined;
  if (step?.[3] !== undefined) return found + pathOf(step[3]);
  return step?.[4] === undefined ? found : `${found}.${step[4]}`;
}

/** What a step calls an output: `$response.body#/id` of the step find → find.id. */
export function importOutput(stepId: string, text: unknown, outputs: StepOutputs): string | undefined {
  if (typeof text !== 'string') return undefined;
  const body = /^\$response\.body(?:#(\/.*)?)?$/.exec(text);
  return body === null ? importExpression(text, outputs) : idOf(stepId) + pathOf(body[1] ?? '');
}

/** `/lines/0/sku` → .lines[0].sku */
export function pathOf(pointer: string): string {
  return pointerPath(pointer)
    .map((key) =>
      /^\d+$/.test(key) ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`,
    )
    .join('');
}

/** `.lines[0].sku` → /lines/0/sku; undefined where it is more than members and positions. */
export function pointerOf(path: string): string | undefined {
  const parts = path.match(/\.[A-Za-z_]\w*|\[\d+\]|\["(?:[^"\\]|\\.)*"\]/g) ?? [];
  if (parts.join('') !== path) return undefined;
  return parts
    .map((part) => {
      const quoted: unknown = part.startsWith('["') ? JSON.parse(part.slice(1, -1)) : part.replace(/^\.|^\[|\]$/g, '');
      return `/${String(quoted).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    })
    .join('');
}
