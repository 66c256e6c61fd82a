/** What the lexer sees of quotes and brackets, which says more about a broken file than its grammar does. */
export interface Marks {
  /** Where the last quoted text begins. */
  readonly lastQuote: number;
  /** A quoted text without its closing quote: it does not end, or goes on over what looks like lines of the spec. */
  readonly runawayQuote: number | undefined;
  /** The bracket that is open at an offset, innermost. */
  openAt(offset: number): number | undefined;
}

export interface MarkReader extends Marks {
  read(lexeme: string, at: number): void;
}

export function readMarks(): MarkReader {
  const brackets: { readonly at: number; readonly opens: boolean }[] = [];
  let lastQuote = 0;
  let runawayQuote: number | undefined;
  return {
    get lastQuote() {
      return lastQuote;
    },
    get runawayQuote() {
      return runawayQuote;
    },
    read(lexeme, at) {
      if (lexeme === '{' || lexeme === '[') brackets.push({ at, opens: true });
      else if (lexeme === '}' || lexeme === ']') brackets.push({ at, opens: false });
      else if (lexeme.startsWith('"') || lexeme.startsWith("'")) {
        lastQuote = at;
        if (!isClosed(lexeme) || likeLinesOfSpec.test(lexeme)) runawayQuote ??= at;
      }
    },
    openAt(offset) {
      const open: number[] = [];
      for (const { at, opens } of brackets) {
        if (at >= offset) break;
        if (opens) open.push(at);
        else open.pop();
      }
      return open.at(-1);
    },
  };
}

function isClosed(quoted: string): boolean {
  return quoted.length > 1 && quoted.at(-1) === quoted.charAt(0);
}

const likeLinesOfSpec = /\n\s*(?:- |[\w$.-]+\??:\s)/;
