import { stripVTControlCharacters } from 'node:util';

interface Failure {
  readonly message: string;
  readonly diff?: string | undefined;
  readonly stack?: string | undefined;
}

/** Lines around each difference that are shown, and lines in all. */
const AROUND = 3;
const LONGEST = 40;

/** Why a test failed, for a person: what was said, what was expected (-) and received (+), and where the test says so. */
export function reasonOf(errors: readonly Failure[], moduleId: string, file: string): readonly string[] {
  return errors.flatMap(({ message, diff, stack }) => {
    const [head = ''] = linesOf(message);
    const line = lineIn(stack ?? '', moduleId);
    return [
      head.replace(/ \/\/ Object\.is equality$/, ''),
      ...(diff === undefined ? [] : differences(linesOf(diff))),
      ...(line === undefined ? [] : [`at ${file}:${line}`]),
    ];
  });
}

/** The lines that differ, with some around them; `…` stands for what is left out. */
function differences(lines: readonly string[]): readonly string[] {
  const differs = lines.map((line) => /^[-+]/.test(line));
  const shown: string[] = [];
  let left = false;
  for (const [index, line] of lines.entries()) {
    const near = differs.slice(Math.max(index - AROUND, 0), index + AROUND + 1).includes(true);
    if (near && left) shown.push('  …');
    if (near) shown.push(line);
    left = !near;
  }
  return shown.length > LONGEST
    ? [...shown.slice(0, LONGEST), `… ${String(shown.length - LONGEST)} more lines`]
    : shown;
}

function linesOf(text: string): readonly string[] {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function lineIn(stack: string, moduleId: string): string | undefined {
  const at = stack.indexOf(`${moduleId}:`);
  return at === -1 ? undefined : /^\d+/.exec(stack.slice(at + moduleId.length + 1))?.[0];
}
