/** How a text takes a place: in the place of what stands there, after it, as a literal of an expression, or spelled out in a template. */
export type Mode = 'replace' | 'append' | 'quoted' | 'braced' | 'doubled';

export const MODES: readonly Mode[] = ['replace', 'append', 'quoted', 'braced', 'doubled'];

/** What stands in the place then. */
export function put(mode: Mode, original: string, text: string): string {
  switch (mode) {
    case 'replace':
      return text;
    case 'append':
      return original + text;
    case 'quoted':
      return `'${spelled(mode, text)}'`;
    case 'braced':
      return `{'${spelled(mode, text)}'}`;
    case 'doubled':
      return `${original} ${spelled(mode, text)}`;
  }
}

/** The text as the spec spells it in this mode. */
export function spelled(mode: Mode, text: string): string {
  if (mode === 'doubled') return text.replaceAll(/[{}]/g, '$&$&');
  if (mode === 'quoted' || mode === 'braced')
    return text
      .replaceAll(/['\\]/g, String.raw`\$&`)
      .replaceAll('\n', String.raw`\n`)
      .replaceAll('\r', String.raw`\r`);
  return text;
}
