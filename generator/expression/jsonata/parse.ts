import { createRequire } from 'node:module';
import { fail, ok, type Result } from '../problem.ts';
import type { Node } from './node.ts';
import { readNode } from './read-node.ts';

type Parser = (text: string) => { readonly ast: () => unknown };

let parser: Parser | undefined;

/** Parses JSONata by its own parser; nothing is evaluated. */
export function parseJsonata(text: string): Result<Node> {
  try {
    return ok(readNode(load()(text).ast(), text));
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    const to = Math.min(Math.max(error.position, 1), text.length);
    const token = typeof error.token === 'string' && text.slice(0, to).endsWith(error.token) ? error.token : ' ';
    const ended = error.token === '(end)';
    return fail({
      what: 'syntax',
      from: Math.max(to - token.length, 0),
      to,
      detail: ended ? 'the end of the text' : `'${text.slice(Math.max(to - token.length, 0), to)}'`,
      fix: `correct the JSONata: ${error.message}`,
    });
  }
}

/** Loaded with the first expression: it takes longer than the check of most specs. */
function load(): Parser {
  if (parser !== undefined) return parser;
  const loaded: unknown = createRequire(import.meta.url)('jsonata');
  if (!isParser(loaded)) throw new TypeError('The package jsonata is not what it was');
  parser = loaded;
  return parser;
}

function isParser(loaded: unknown): loaded is Parser {
  return typeof loaded === 'function';
}

interface SyntaxProblem {
  readonly code: string;
  readonly position: number;
  readonly message: string;
  readonly token?: unknown;
}

function isSyntaxError(error: unknown): error is SyntaxProblem {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    'message' in error &&
    typeof error.message === 'string' &&
    'position' in error &&
    typeof error.position === 'number'
  );
}
