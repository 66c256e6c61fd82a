/** The line, counted from 1, on which a generated file exports a name; its first one where it does not say so itself. */
export function lineOfExport(text: string, name: string): number {
  const escaped = name.replaceAll('$', String.raw`\$`);
  return lineAt(
    text,
    text.search(new RegExp(String.raw`^export (?:async )?(?:function|const|interface|type) ${escaped}\b`, 'm')),
  );
}

/** The line of the test of a criterion: of `test('AC1: …', …`. */
export function lineOfTest(text: string, id: string): number {
  return lineAt(text, text.search(new RegExp(String.raw`^test(?:\.todo)?\(\s*['"\`]${id}: `, 'm')));
}

function lineAt(text: string, index: number): number {
  return index < 0 ? 1 : text.slice(0, index).split('\n').length;
}
