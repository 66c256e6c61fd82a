import type { SchemaObject } from '../../shape/json-schema.ts';
import type { Step } from '../../spec/types.ts';
import type { Tell } from '../remark.ts';
import { importOutput, pointerOf, type StepOutputs } from './values.ts';

/** The code of guards that come from criteria. */
export const CRITERION_CODE = 'criterion_failed';

const COMPARISON = /^(\$[^\s]+)\s*(==|!=|<=|>=|<|>)\s*('[^']*'|"[^"]*"|-?\d+(?:\.\d+)?|true|false|null)$/;

/** A success criterion as a guard behind its step. That the status is a success needs no words: a call fails otherwise. */
export function importCriterion(
  criterion: SchemaObject,
  step: string,
  outputs: StepOutputs,
  tell: Tell,
): Step | undefined {
  const { condition: said } = criterion;
  const condition = typeof said === 'string' ? said.trim() : '';
  if (/^\$statusCode\s*==\s*2\d\d$/.test(condition)) return undefined;
  const [, left = '', operator = '', literal = ''] = COMPARISON.exec(condition) ?? [];
  const simple = criterion['type'] === undefined || criterion['type'] === 'simple';
  const path = simple && left !== '' ? importOutput(step, left, outputs) : undefined;
  if (path === undefined || literal === 'null') {
    tell(`the criterion '${condition}' is left out`);
    return undefined;
  }
  return { guard: { unless: `${path} ${operator} ${literal}`, fail: CRITERION_CODE } };
}

/** The guard as a criterion of the call of that id before it; undefined where it asks for something else. */
export function exportGuard(unless: string, step: string): string | undefined {
  const found =
    /^([A-Za-z]\w*)((?:\.\w+|\[\d+\]|\["[^"]*"\])*)\s*(===?|!==?|<=|>=|<|>)\s*('[^']*'|"[^"]*"|-?\d+(?:\.\d+)?|true|false)$/.exec(
      unless.trim(),
    );
  const pointer = found?.[1] === step ? pointerOf(found[2] ?? '') : undefined;
  if (pointer === undefined) return undefined;
  const operator = (found?.[3] ?? '').slice(0, 2);
  return `$response.body${pointer === '' ? '' : `#${pointer}`} ${operator} ${found?.[4] ?? ''}`;
}
