import { parseEnv } from 'node:util';

/** What is wrong with a file of settings in comparison with its harmless twin; undefined where nothing is. */
export function compareEnvironment(text: string, twin: string): string | undefined {
  const names = assignments(text);
  const expected = assignments(twin);
  if (names.length !== expected.length)
    return `.env.example: settings ${names.join()} in the place of ${expected.join()}`;
  const odd = names.find((name) => !/^[A-Z][A-Z0-9_]*$/.test(name));
  if (odd !== undefined) return `.env.example: a line that is no setting: ${odd}`;
  const read = Object.keys(parseEnv(text));
  return read.toSorted().join() === names.toSorted().join() ? undefined : `.env.example: Node reads ${read.join()}`;
}

/** What is before the `=` of each line that is no comment; the whole line where there is none. */
function assignments(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('=')[0] ?? line);
}
