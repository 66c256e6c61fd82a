import type { ErrorCode, YAMLError } from 'yaml';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LineIndex } from '../../diagnostics/line-index.ts';
import { limits } from '../limits.ts';
import { likelyMistake } from './likely-mistake.ts';
import type { Marks } from './marks.ts';

interface Words {
  readonly problem: string;
  readonly fix?: string;
}

/** Says what the YAML parser found in our words. */
export function yamlProblem(error: YAMLError, text: string, index: LineIndex, marks: Marks): Diagnostic {
  // The parser points at the end of the file, which is where it noticed.
  if (/^Missing closing ['"]quote/.test(error.message)) return openQuote(marks.lastQuote, text, index);
  const likely = likelyMistake(error, text);
  if (likely !== undefined) return diagnostic('FR1020', likely, index.place(likely.from, likely.to));
  const [from, to] = error.pos;
  const end = Math.max(from, Math.min(to, text.length));
  const place = index.place(from, text.slice(from, end).includes('\n') ? text.indexOf('\n', from) : end);
  if (error.code === 'RESOURCE_EXHAUSTION') return diagnostic('FR1027', { limit: limits.depth }, place);
  const words = special.find(([pattern]) => pattern.test(error.message))?.[1] ?? byCode[error.code];
  const opened = isOpenBracket(error) ? marks.openAt(from) : undefined;
  const related = opened === undefined ? [] : [{ place: index.place(opened, opened + 1), message: 'opened here' }];
  return diagnostic('FR1020', words, place, related);
}

/** A quoted text that does not end, from its quote to the end of its line. */
export function openQuote(at: number, text: string, index: LineIndex): Diagnostic {
  const [line = ''] = text.slice(at).split('\n', 1);
  const words = { problem: 'a quoted text does not end', fix: 'add the closing quote' };
  return diagnostic('FR1020', words, index.place(at, at + line.trimEnd().length));
}

export function isOpenBracket({ message }: YAMLError): boolean {
  return /^Flow (?:map|sequence) (?:in block collection )?must/.test(message);
}

const quotes = 'put quotes around the text';

/** Where the parser has one code for several mistakes. */
const special: readonly (readonly [RegExp, Words])[] = [
  [
    /followed by map values/,
    { problem: "a key without ':'", fix: "add ': ' and a value, or indent the text as part of the value above" },
  ],
  [/^Comments must be separated/, { problem: "no space before '#'", fix: `add a space, or ${quotes}` }],
  [/^Missing space after :/, { problem: "no space after ':'", fix: `add a space, or ${quotes}` }],
  [
    /^Missing directives-end/,
    { problem: 'a line with % before it that is not ended by ---', fix: 'remove the line with %' },
  ],
  [/^Missing , /, { problem: "a ',' is missing", fix: "add ',' between the items, or quotes around the text" }],
  [/^Unexpected , |empty item/, { problem: "a ',' with nothing before it", fix: "remove the ','" }],
  [
    /^Flow (map|sequence) in block collection must be/,
    { problem: 'a list or object in brackets is not closed, or not indented enough', fix: 'add the closing bracket' },
  ],
  [
    /^Flow (map|sequence) must end/,
    { problem: 'a list or object in brackets does not end', fix: 'add the closing bracket' },
  ],
  [
    /^Sequence item without - indicator/,
    { problem: "an item of a list without '- '", fix: "begin every item with '- '" },
  ],
  [
    /^Nested mappings are not allowed in compact mappings/,
    { problem: "a second ':' on the line", fix: `${quotes}, or put the inner object on lines of its own` },
  ],
  [
    /^A block sequence may not be used as an implicit map key/,
    { problem: 'a list where a key is wanted', fix: "begin the list on the line after the ':'" },
  ],
  [
    /^All (sequence|mapping|map) items must (all )?start at the same column/,
    { problem: 'items of one list or object begin at different columns', fix: 'indent them alike' },
  ],
];

const byCode: Readonly<Record<ErrorCode, Words>> = {
  ALIAS_PROPS: { problem: 'an alias with a tag or an anchor', fix: 'remove the tag or the anchor' },
  BAD_ALIAS: { problem: 'an alias or anchor without a proper name', fix: 'name it with letters and digits' },
  BAD_COLLECTION_TYPE: { problem: 'a tag that does not fit its value', fix: 'remove the tag' },
  BAD_DIRECTIVE: { problem: 'a line that begins with % and says nothing known', fix: 'remove the line' },
  BAD_DQ_ESCAPE: {
    problem: 'an escape sequence that does not exist',
    fix: 'double the backslash, or use single quotes',
  },
  BAD_INDENT: {
    problem: 'the indentation does not fit',
    fix: 'indent the keys of one object, and the items of one list, alike',
  },
  BAD_PROP_ORDER: { problem: 'a tag or an anchor in the wrong place', fix: "put it after '-' or ':'" },
  BAD_SCALAR_START: { problem: 'text cannot begin with this character', fix: quotes },
  BLOCK_AS_IMPLICIT_KEY: { problem: 'an object or a list where a key is wanted', fix: quotes },
  BLOCK_IN_FLOW: { problem: 'indented items within brackets', fix: 'write the items within the brackets, with commas' },
  DUPLICATE_KEY: { problem: 'a key is given twice', fix: 'remove one of them' },
  IMPOSSIBLE: { problem: 'text that cannot be read', fix: quotes },
  KEY_OVER_1024_CHARS: { problem: 'a key of more than 1024 characters', fix: 'shorten the key' },
  MISSING_CHAR: { problem: 'a character is missing', fix: "look for a missing quote, bracket, comma or ':'" },
  MULTILINE_IMPLICIT_KEY: {
    problem: 'a key that goes over several lines',
    fix: "add the missing ':' or closing quote",
  },
  MULTIPLE_ANCHORS: { problem: 'two anchors at one value', fix: 'remove one of them' },
  MULTIPLE_DOCS: { problem: 'several documents in one file', fix: 'move each document into a file of its own' },
  MULTIPLE_TAGS: { problem: 'two tags at one value', fix: 'remove the tags' },
  NON_STRING_KEY: { problem: 'a key that is not text', fix: 'put quotes around the key' },
  RESOURCE_EXHAUSTION: { problem: 'nested too deeply', fix: 'move a part into a file of its own' },
  TAB_AS_INDENT: { problem: 'a tab in the indentation', fix: 'indent with spaces' },
  TAG_RESOLVE_FAILED: { problem: 'a value that does not fit its tag', fix: 'remove the tag' },
  UNEXPECTED_TOKEN: {
    problem: 'text that does not belong here',
    fix: 'look for a bracket, quote or comma too many, or put quotes around the text',
  },
};
