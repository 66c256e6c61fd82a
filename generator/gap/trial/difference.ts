import { isRecord } from '../../data/is-record.ts';

/** The first place where two JSON values differ; absent members are undefined. */
export interface Difference {
  /** `$.items[2].price` */
  readonly path: string;
  readonly got: unknown;
  readonly expected: unknown;
}

/** Compares by value: members in any order, -0 as 0. */
export function firstDifference(got: unknown, expected: unknown, path = '$'): Difference | undefined {
  if (got === expected) return undefined;
  if (Array.isArray(got) && Array.isArray(expected)) {
    const length = Math.max(got.length, expected.length);
    for (let index = 0; index < length; index++) {
      const found = firstDifference(got[index], expected[index], `${path}[${index}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (isRecord(got) && isRecord(expected)) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      const found = firstDifference(member(got, name), member(expected, name), `${path}${segment(name)}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return { path, got, expected };
}

function member(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function segment(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
