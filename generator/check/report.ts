import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DiagnosticArgs, DiagnosticCode } from '../diagnostics/catalogue/catalogue.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Place, SpecPath } from '../diagnostics/place.ts';
import { constantCondition } from '../expression/constant-condition.ts';
import type { Expression } from '../expression/expression.ts';
import type { Problem } from '../expression/problem.ts';
import type { LoadedSpec } from '../load/load-spec.ts';

/** Where exactly at a path of the spec: the key or the value, and which stretch of a text. */
export interface At {
  readonly on?: 'key' | 'value';
  readonly from?: number;
  readonly to?: number;
}

/** Collects what is wrong with one spec, each thing at its place. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  place(path: SpecPath, at?: At): Place;
  add<Code extends DiagnosticCode>(code: Code, args: DiagnosticArgs[Code], path: SpecPath, at?: At): void;
  /** The same in another file; what is found there more than once is said once. */
  addAt<Code extends DiagnosticCode>(code: Code, args: DiagnosticArgs[Code], place: Place): void;
  /** A part that nothing uses: a warning. */
  unused(what: string, name: string, place: Place): void;
  /** A condition that holds whatever the data, or never does, is reported; true where it does neither. */
  varies(condition: Expression, text: string, path: SpecPath): boolean;
  /** Problems of an expression whose text stands at `path`. */
  problems(problems: readonly Problem[], path: SpecPath, on?: 'key' | 'value'): void;
}

export function createReport(loaded: LoadedSpec): Report {
  const diagnostics: Diagnostic[] = [];
  const said = new Set<string>();
  const report: Report = {
    diagnostics,
    place: (path, at = {}) => loaded.place(path, at),
    add: (code, args, path, at = {}) => {
      diagnostics.push(diagnostic(code, args, loaded.place(path, at)));
    },
    addAt: (code, args, place) => {
      const found = diagnostic(code, args, place);
      const key = JSON.stringify(found);
      if (!said.has(key)) diagnostics.push(found);
      said.add(key);
    },
    varies: (condition, text, path) => {
      const holds = constantCondition(condition);
      if (holds !== undefined) report.add('FR2022', { condition: text, holds }, path);
      return holds === undefined;
    },
    unused: (what, name, place) => {
      diagnostics.push(diagnostic('FR3001', { what, name }, place));
    },
    problems: (problems, path, on = 'value') => {
      for (const problem of problems) addProblem(report, problem, path, on);
    },
  };
  return report;
}

function addProblem(report: Report, problem: Problem, path: SpecPath, on: 'key' | 'value'): void {
  const at = { on, from: problem.from, to: problem.to };
  switch (problem.what) {
    case 'syntax':
      return report.add('FR2010', { found: problem.detail, fix: problem.fix }, path, at);
    case 'notAllowed':
      return report.add('FR2008', { what: problem.detail, fix: problem.fix }, path, at);
    case 'unknownName':
      return report.add(
        'FR2007',
        {
          name: problem.name,
          kind: problem.kind,
          known: problem.known,
          suggestion: nearest(problem.name, problem.known),
        },
        path,
        at,
      );
    case 'noField':
      return report.add(
        'FR2003',
        { field: problem.field, owner: problem.owner, suggestion: nearest(problem.field, problem.known) },
        path,
        at,
      );
    case 'unknownTable':
      return report.add(
        'FR2001',
        { what: 'table', name: problem.name, suggestion: nearest(problem.name, problem.known) },
        path,
        at,
      );
    case 'unknownMapping':
      return report.add(
        'FR2001',
        { what: 'mapping', name: problem.name, suggestion: nearest(problem.name, problem.known) },
        path,
        at,
      );
    case 'type':
      return report.add('FR2004', { expected: problem.wanted, found: problem.found, fix: problem.fix }, path, at);
    case 'jsonata':
      return report.add('FR2027', { what: problem.detail, reason: problem.reason, fix: problem.fix }, path, at);
    case 'maybeMissing':
      return report.add('FR2011', { value: problem.text, fix: problem.fix }, path, at);
  }
}
