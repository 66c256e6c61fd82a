import { isRecord } from '../../data/is-record.ts';

/**
 * Where two values first differ once both went through JSON, or `undefined`: `$.users[2].name: "a", not "b"`. An undefined
 * member is an absent one, null is not; the order of members does not matter.
 */
export function firstDifference(actual: unknown, expected: unknown): string | undefined {
  return differ(throughJson(actual), throughJson(expected), '$');
}

function throughJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function differ(actual: unknown, expected: unknown, path: string): string | undefined {
  if (actual === expected) return undefined;
  if (Array.isArray(actual) && Array.isArray(expected)) {
    for (const [index, item] of expected.entries()) {
      if (index >= actual.length) return `${path} has ${String(actual.length)} items, not ${String(expected.length)}`;
      const found = differ(actual[index], item, `${path}[${String(index)}]`);
      if (found !== undefined) return found;
    }
    if (actual.length > expected.length)
      return `${path} has ${String(actual.length)} items, not ${String(expected.length)}`;
    return undefined;
  }
  if (isRecord(actual) && isRecord(expected)) {
    for (const name of Object.keys({ ...expected, ...actual })) {
      const found = differ(own(actual, name), own(expected, name), `${path}.${name}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return `${path}: ${shown(actual)}, not ${shown(expected)}`;
}

function own(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function shown(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
