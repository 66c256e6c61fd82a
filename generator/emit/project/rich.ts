import type { RichText } from '../../ir/readme.ts';
import { code, codeCell, inline } from './markdown.ts';

/** Text with pieces of code as Markdown on one line; within a table where `cell` is set. */
export function rich(text: RichText, cell = false): string {
  if (typeof text === 'string') return inline(text);
  const pieces = text.map((piece) =>
    typeof piece === 'string' ? spaced(piece) : cell ? codeCell(piece.code) : code(piece.code),
  );
  return pieces.join('').trim();
}

/** The piece with the spaces that join it to its neighbours. */
function spaced(piece: string): string {
  return `${/^\s/.test(piece) ? ' ' : ''}${inline(piece)}${/\S\s+$/.test(piece) ? ' ' : ''}`;
}

export function isRichText(value: unknown): value is RichText {
  const isPiece = (piece: unknown): boolean =>
    typeof piece === 'string' ||
    (typeof piece === 'object' && piece !== null && 'code' in piece && typeof piece.code === 'string');
  return typeof value === 'string' || (Array.isArray(value) && value.every(isPiece));
}
