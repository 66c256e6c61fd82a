import type { RichText } from '../../ir/readme.ts';

/** Writes rich text: what is filled in is code. */
export function rich(texts: TemplateStringsArray, ...codes: readonly string[]): RichText {
  return texts.flatMap((text, index) => {
    const code = codes[index];
    return [...(text === '' ? [] : [text]), ...(code === undefined ? [] : [{ code }])];
  });
}

/** Several rich texts as one. */
export function joined(parts: readonly RichText[], by = ''): RichText {
  return parts.flatMap((part, index) => [
    ...(index === 0 || by === '' ? [] : [by]),
    ...(typeof part === 'string' ? [part] : part),
  ]);
}
