import type { SpecPath } from '../../diagnostics/place.ts';
import type { ItemsPath } from '../../ir/pagination.ts';
import type { Type } from '../../shape/type.ts';
import type { Integration } from '../integration-scope.ts';
import { readOptional } from './read-answer.ts';

/** What an answer may say of its end; `more` and `last` say one thing in two ways. */
interface Flags {
  readonly total?: string;
  readonly more?: string;
  readonly last?: string;
}

/** The places of what an answer says of its end; undefined where something is wrong (reported). */
export function readFlags(
  { total, more, last }: Flags,
  response: Type,
  at: SpecPath,
  integration: Integration,
): { readonly [name in keyof Flags]?: ItemsPath } | undefined {
  if (more !== undefined && last !== undefined) {
    const fix = "leave one of them out: 'more' says that there are further pages, 'last' that there are none";
    integration.report.add('FR2017', { part: 'last', owner: "pagination with 'more'", fix }, [...at, 'last'], {
      on: 'key',
    });
    return undefined;
  }
  return readOptional({ total, more, last }, response, at, integration);
}
