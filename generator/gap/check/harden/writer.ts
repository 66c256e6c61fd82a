import type { ts } from '../../../emit/syntax/typescript.ts';

/** Writes code from a file with some of its nodes replaced, and knows where each piece came from. */
export interface Writer {
  /** New text. */
  readonly write: (text: string) => void;
  /** The file's own text, as it is. */
  readonly copy: (start: number, end: number) => void;
  readonly text: () => string;
  /** The place in the file that an offset of the new text came from. */
  readonly origin: (at: number) => number;
}

export function openWriter(file: ts.SourceFile): Writer {
  let text = '';
  let last = 0;
  const pieces: { readonly from: number; readonly origin: number; readonly copied: boolean }[] = [];
  return {
    write: (added) => {
      pieces.push({ from: text.length, origin: last, copied: false });
      text += added;
    },
    copy: (start, end) => {
      if (end <= start) return;
      pieces.push({ from: text.length, origin: start, copied: true });
      text += file.text.slice(start, end);
      last = end;
    },
    text: () => text,
    origin: (at) => {
      const piece = pieces.findLast((one) => one.from <= at);
      if (piece === undefined) return 0;
      return piece.copied ? piece.origin + at - piece.from : piece.origin;
    },
  };
}
