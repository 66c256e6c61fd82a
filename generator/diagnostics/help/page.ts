import { catalogue, type DiagnosticCode } from '../catalogue/catalogue.ts';
import type { Severity } from '../catalogue/entry.ts';
import { helpFor } from './all-help.ts';
import type { Example } from './example.ts';
import examples from './examples.json' with { type: 'json' };

/** Everything there is to say about a code. */
export interface Page {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly title: string;
  /** What it means. */
  readonly cause: string;
  readonly why?: string;
  readonly remedy: readonly string[];
  readonly example?: Example;
}

const byCode: Readonly<Record<string, Example>> = examples;

/** The page of a code. `example` is another one than the recorded one, where pages are made anew. */
export function pageOf(code: DiagnosticCode, example: Example | undefined = byCode[code]): Page {
  const { severity, title, cause } = catalogue[code];
  const help = helpFor(code);
  return {
    code,
    severity,
    title,
    cause,
    ...(help !== undefined && { why: help.why }),
    remedy: help?.remedy ?? [],
    ...(example !== undefined && { example }),
  };
}

/** Every code, sorted. */
export function allCodes(): readonly DiagnosticCode[] {
  return Object.keys(catalogue).filter(isCode).toSorted();
}

export function isCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(catalogue, text);
}
