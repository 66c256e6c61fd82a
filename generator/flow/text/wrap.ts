import { graphemes, measure, type Face } from './measure.ts';
import { visible } from './visible.ts';

/** A text as the lines that fit into a width: broken at spaces, then after the marks that join names, then anywhere. */
export function wrap(text: string, width: number, face: Face): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of visible(text).split(/(?<= )/)) {
    if (fits(line + piece, width, face)) line += piece;
    else if (fits(piece, width, face)) {
      lines.push(line.trimEnd());
      line = piece;
    } else line = breakWord(piece, line, width, face, lines);
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}

/** Breaks a word that is too long, beginning after `start`. Puts all lines but the last into `lines`, which it returns. */
function breakWord(word: string, start: string, width: number, face: Face, lines: string[]): string {
  let line = start;
  for (const part of word.split(/(?<=[/._\-?&=,:()[\]])|(?<=\p{Ll})(?=\p{Lu})/u)) {
    if (fits(line + part, width, face)) {
      line += part;
      continue;
    }
    if (line.trimEnd() !== '') lines.push(line.trimEnd());
    line = '';
    for (const one of graphemes(part)) {
      if (line !== '' && !fits(line + one, width, face)) {
        lines.push(line);
        line = '';
      }
      line += one;
    }
  }
  return line;
}

function fits(line: string, width: number, face: Face): boolean {
  return measure(line.trimEnd(), face) <= width;
}
