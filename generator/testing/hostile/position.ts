/** A text in data: the value at a path, or the last key of the path. */
export interface Position {
  /** Which of an example's files; the spec is the first. */
  readonly file: number;
  readonly path: readonly (string | number)[];
  readonly part: 'key' | 'value';
  readonly text: string;
}

/** Every text of some data, keys and values, in their order. */
export function positionsIn(data: unknown, file: number, path: Position['path'] = []): readonly Position[] {
  if (typeof data === 'string') return [{ file, path, part: 'value', text: data }];
  if (Array.isArray(data)) return data.flatMap((item: unknown, index) => positionsIn(item, file, [...path, index]));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]): readonly Position[] => [
    { file, path: [...path, key], part: 'key', text: key },
    ...positionsIn(value, file, [...path, key]),
  ]);
}

/** The data with another text at a position; only what is around it is copied. */
export function withText(
  data: unknown,
  [step, ...rest]: Position['path'],
  part: Position['part'],
  text: string,
): unknown {
  if (step === undefined) return text;
  if (Array.isArray(data))
    return data.map((item: unknown, index) => (index === step ? withText(item, rest, part, text) : item));
  if (typeof data !== 'object' || data === null) return data;
  const renamed = part === 'key' && rest.length === 0;
  // Not by assignment: a key may be `__proto__`.
  return Object.fromEntries(
    Object.entries(data).map(([key, value]): [string, unknown] => {
      if (key !== step) return [key, value];
      return renamed ? [text, value] : [key, withText(value, rest, part, text)];
    }),
  );
}
