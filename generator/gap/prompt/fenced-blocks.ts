export interface FencedBlock {
  /** The first word after the opening fence, in lower case; empty where there is none. */
  readonly language: string;
  /** Ends with a line end, unless it is empty. */
  readonly code: string;
}

export interface FencedText {
  readonly blocks: readonly FencedBlock[];
  /** The lines that are in no block. */
  readonly outside: readonly string[];
  /** The line, from 1, that opens a block which nothing closes. */
  readonly open?: number;
}

const OPENING = /^ {0,3}(?<fence>`{3,}|~{3,})[ \t]*(?<language>[^\s`]*)[^`]*$/;

/** The fenced blocks of a text, as CommonMark has them: closed by at least as many of the same signs as opened them. */
export function fencedBlocks(lines: readonly string[]): FencedText {
  const blocks: FencedBlock[] = [];
  const outside: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const { fence, language = '' } = OPENING.exec(line)?.groups ?? {};
    if (fence === undefined) {
      outside.push(line);
      continue;
    }
    const closing = new RegExp(`^ {0,3}\\${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
    const end = lines.findIndex((one, index) => index > at && closing.test(one));
    if (end < 0) return { blocks, outside, open: at + 1 };
    const code = lines.slice(at + 1, end).map((one) => `${one}\n`);
    blocks.push({ language: language.toLowerCase(), code: code.join('') });
    at = end;
  }
  return { blocks, outside };
}
