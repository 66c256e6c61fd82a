import type { SpecPath } from '../../diagnostics/place.ts';
import type { KeysetPlan } from '../../ir/pagination.ts';
import { describeType } from '../../shape/describe.ts';
import type { Type } from '../../shape/type.ts';
import type { Endpoint, Pagination } from '../../spec/types.ts';
import type { Integration } from '../integration-scope.ts';
import { isPosition, positionTypeOf } from './check-cursor.ts';
import { parameterOf } from './parameter-of.ts';
import { readAnswer } from './read-answer.ts';
import { readFlags } from './read-flags.ts';

type Keyset = Extract<Pagination, { keyset: unknown }>;

/** Keys of the last item with their places resolved; undefined where something is wrong (reported). */
export function checkKeyset(
  { keyset, short }: Keyset,
  endpoint: Endpoint,
  response: Type,
  at: SpecPath,
  integration: Integration,
): KeysetPlan | undefined {
  const where: SpecPath = [...at, 'keyset'];
  const flags = readFlags(keyset, response, where, integration);
  const names = Object.entries(keyset.params);
  const keys = names.flatMap(([name, text]): KeysetPlan['keys'] => {
    const here: SpecPath = [...where, 'params', name];
    const place = readAnswer(text, response, here, integration);
    if (place === undefined) return [];
    const { type } = place.found;
    if (isPosition(type.shape, integration.environment.shapes))
      return [{ param: parameterOf({ param: name }, endpoint).param, path: place.path, type: positionTypeOf([type]) }];
    integration.report.add('FR2004', { expected: 'text or a number', found: describeType(type) }, here);
    return [];
  });
  if (flags === undefined || keys.length < names.length) return undefined;
  const place = keyset.in === undefined ? {} : { in: keyset.in };
  return {
    kind: 'keyset',
    in: parameterOf({ param: '', ...place }, endpoint).in,
    keys,
    ...flags,
    ...(short === 'stop' && { stopsWhenShort: true }),
  };
}
