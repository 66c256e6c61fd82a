import type { YAMLError } from 'yaml';

/** What a person most likely did, and the stretch of the text (UTF-16 offsets) where. */
export interface Mistake {
  readonly problem: string;
  readonly fix: string;
  readonly from: number;
  readonly to: number;
}

const wholeText = 'put quotes around the whole text';

/**
 * The parser says what it could not go on with, which is seldom what was done wrong. Where the line shows the mistake, this
 * tells it; undefined where the parser's own words are the best there are.
 */
export function likelyMistake({ code, message, pos }: YAMLError, text: string): Mistake | undefined {
  const [at, end] = pos;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = endOfLine(text, at);
  const before = text.slice(lineStart, at);
  const after = text.slice(at, lineEnd);

  if (/^Unexpected flow-(?:seq|map)-start at node end/.test(message)) {
    const from = at - (/[^\s,{[]*$/.exec(before)?.[0].length ?? 0);
    const to = at + (/^\S*?(?=,?(?:\s|$))/.exec(after)?.[0].length ?? 1);
    return { problem: `'${text.charAt(at)}' within a text without quotes`, fix: wholeText, from, to };
  }
  if (message.startsWith('Unexpected scalar at node end') && before.trim() !== '') {
    const quote = /['"](?=\s*$)/.exec(before)?.[0];
    const inside =
      quote === "'" ? "write '' for a quote within the text" : String.raw`write \" for a quote within the text`;
    const fix = quote === undefined ? wholeText : inside;
    return { problem: 'something follows a value that has ended', fix, from: at, to: Math.min(end, lineEnd) };
  }
  if (message.startsWith('Unexpected block-seq-ind on same line with key') && before.trim() !== '') {
    return {
      problem: 'a list on the line of its key',
      fix: 'begin it on the next line, or write [a, b]',
      from: at,
      to: at + 1,
    };
  }
  const closing = /^Unexpected flow-(?:map|seq)-end token/.test(message) ? text.charAt(at) : undefined;
  if (closing !== undefined) {
    return {
      problem: `'${closing}' closes nothing`,
      fix: `remove it, or add the bracket that it closes`,
      from: at,
      to: at + 1,
    };
  }
  if (code === 'BLOCK_IN_FLOW' && !text.slice(at, end).trimEnd().includes('\n')) {
    const fix = "add ',' between the items, or put quotes around the text";
    return { problem: "a ',' is missing", fix, from: at, to: at + text.slice(at, end).trimEnd().length };
  }
  if (code === 'MULTILINE_IMPLICIT_KEY' && !/^["'{[-]/.test(after)) {
    const to = at + after.trimEnd().length;
    return /^[\w$.-]+:\S/.test(after)
      ? { problem: "no space after ':'", fix: 'add a space', from: at, to }
      : { problem: "a key without ':'", fix: "add ': ' and a value", from: at, to };
  }
  if (message.startsWith('Nested mappings are not allowed in compact'))
    return secondColon(text, before, after, lineStart, lineEnd);
  return undefined;
}

/** The parser finds the two colons of `a: b: c`, and finds them where there is no space after '-', and where the next line is indented too far, as well. */
function secondColon(
  text: string,
  before: string,
  after: string,
  lineStart: number,
  lineEnd: number,
): Mistake | undefined {
  const dash = /^\s*-(?=[^\s-])/.exec(before)?.[0].length;
  if (dash !== undefined) {
    return { problem: "no space after '-'", fix: 'add a space', from: lineStart + dash - 1, to: lineStart + dash };
  }
  if (/:(?:\s|$)/.test(after)) {
    const from = lineStart + before.length;
    const fix = 'put quotes around the text, or begin an object on the next line';
    return { problem: "a second ':' on the line", fix, from, to: from + after.trimEnd().length };
  }
  if (lineEnd >= text.length) return undefined;
  const next = text.slice(lineEnd + 1, endOfLine(text, lineEnd + 1));
  const indent = next.length - next.trimStart().length;
  const from = lineEnd + 1 + indent;
  return {
    problem: 'the line is indented too far',
    fix: 'indent it like the keys around it',
    from,
    to: from + next.trim().length,
  };
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
