import { Composer, Lexer, Parser, type CST, type Document, type ParsedNode, type YAMLError } from 'yaml';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LineIndex } from '../../diagnostics/line-index.ts';
import { limits } from '../limits.ts';
import { readMarks, type Marks } from './marks.ts';
import { isOpenBracket, openQuote, yamlProblem } from './yaml-problem.ts';

export interface ParsedYaml {
  /** Null where the document is empty; undefined where the syntax is not right. */
  readonly root: ParsedNode | null | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses one YAML 1.2 document (JSON is YAML), into nodes that know their places. Never throws. */
export function parseYaml(text: string, index: LineIndex): ParsedYaml {
  const { tokens, tooDeepAt, marks } = tokenize(text);
  if (tooDeepAt !== undefined)
    return failed(diagnostic('FR1027', { limit: limits.depth }, index.place(tooDeepAt, tooDeepAt + 1)));
  const documents = composed(tokens, text.length);
  const [first, second] = documents;
  if (first === undefined) return { root: null, diagnostics: [] };
  const errors = documents.flatMap((document) => document.errors);
  if (errors.length > 0) {
    const quote = marks.runawayQuote ?? Infinity;
    const told = withoutEchoes(errors.filter(({ pos }) => pos[0] < quote)).filter(firstOfLine(index));
    const diagnostics = told.map((error) => yamlProblem(error, text, index, marks));
    // What follows a quote that is not closed is read inside out, and nothing that is said of it would be true.
    return {
      root: undefined,
      diagnostics: quote === Infinity ? diagnostics : [...diagnostics, openQuote(quote, text, index)],
    };
  }
  if (second !== undefined) {
    const [at] = second.range;
    return failed(diagnostic('FR1029', { count: documents.length }, index.place(at, at)));
  }
  return { root: first.contents, diagnostics: [] };
}

function failed(problem: Diagnostic): ParsedYaml {
  return { root: undefined, diagnostics: [problem] };
}

interface Tokens {
  readonly tokens: readonly CST.Token[];
  readonly marks: Marks;
  readonly tooDeepAt?: number;
}

/** Stops at the depth limit: the parser needs quadratic time for nesting, the composer a call for each level. */
function tokenize(text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const marks = readMarks();
  for (const lexeme of new Lexer().lex(text)) {
    marks.read(lexeme, parser.offset);
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > limits.depth + besidesCollections) return { tokens, marks, tooDeepAt: parser.offset };
  }
  tokens.push(...parser.end());
  return { tokens, marks };
}

/** The document and a scalar stand on the parser's stack, too. */
const besidesCollections = 2;

function composed(tokens: readonly CST.Token[], end: number): readonly Document.Parsed[] {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return [...composer.compose(tokens, false, end)];
}

/** After one thing in the wrong place, or one bracket that is not closed, the parser finds what follows wrong, too: only the first is told. */
function withoutEchoes(errors: readonly YAMLError[]): readonly YAMLError[] {
  const told = new Set<string>();
  // A list after a line that could not be read is taken for a key, and nothing after it is right.
  const lost = errors.findIndex(({ message }) =>
    message.startsWith('A block sequence may not be used as an implicit map key'),
  );
  return errors.slice(0, lost > 0 ? lost : errors.length).filter((error) => {
    const kind = echoing(error);
    if (kind === undefined) return true;
    const first = !told.has(kind);
    told.add(kind);
    return first;
  });
}

function echoing(error: YAMLError): string | undefined {
  if (error.code === 'UNEXPECTED_TOKEN') return error.code;
  return isOpenBracket(error) ? 'bracket' : undefined;
}

/** One mistake makes the parser stumble several times; the first time on a line is what a reader can act on. */
function firstOfLine(index: LineIndex): (error: { readonly pos: readonly [number, number] }) => boolean {
  const seen = new Set<number>();
  return ({ pos }) => {
    const { line } = index.place(pos[0], pos[1]);
    const first = !seen.has(line);
    seen.add(line);
    return first;
  };
}
