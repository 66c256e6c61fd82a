import { sortKeys } from '../../data/sort-keys.ts';
import { catalogue } from '../../diagnostics/catalogue/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { generatorVersion } from '../../pipeline/generator-version.ts';
import { GATE_RULES, type GateProblem, type GateRule } from '../gate/verdict.ts';
import type { TracePlace } from '../traceability/trace-row.ts';
import { alsoWords, groupedProblems, type ProblemGroup } from './grouped-problems.ts';
import { ruleWords } from './rule-words.ts';
import { viewOf, type ReportInput, type ReportView } from './view.ts';

/**
 * SARIF 2.1.0 (OASIS, errata 01): what the specs have wrong, and why the gate is red, each at its place in the spec. What has no
 * place of its own is shown at the first spec that there is, since some readers drop results without one.
 */
export function sarifReport(input: ReportInput): string {
  const view = viewOf(input);
  const diagnostics = view.run.diagnostics.map(diagnosticResult);
  // Diagnostics that are errors are problems of the gate too; once is enough.
  const told = view.run.diagnostics.map(({ message }) => message);
  const problems = view.verdict.problems.filter(
    ({ rule, reason }) => rule !== 'spec-error' || !told.some((message) => reason.includes(message)),
  );
  const results = [...diagnostics, ...groupedProblems(problems).map((one) => problemResult(one, view))];
  const ids = [...new Set(results.map(({ ruleId }) => ruleId))].toSorted();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'flowright', version: generatorVersion(), rules: ids.map(ruleOf) } },
        invocations: [{ executionSuccessful: view.verdict.exitCode < 2, exitCode: view.verdict.exitCode }],
        results: results.map((one) => ({ ...one, ruleIndex: ids.indexOf(one.ruleId) })),
      },
    ],
  };
  return `${JSON.stringify(sortKeys(log), undefined, 2)}\n`;
}

interface SarifResult {
  readonly ruleId: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: { readonly text: string };
  readonly locations?: readonly unknown[];
  readonly partialFingerprints?: Readonly<Record<string, string>>;
}

function diagnosticResult({ code, severity, message, place, fix }: Diagnostic): SarifResult {
  return {
    ruleId: code,
    level: severity,
    message: { text: fix === undefined ? message : `${message}; ${fix}` },
    ...(place !== undefined && {
      locations: [
        location(place.file, {
          startLine: place.line,
          startColumn: place.column,
          endLine: place.endLine,
          endColumn: place.endColumn,
        }),
      ],
    }),
  };
}

function problemResult({ problem, also }: ProblemGroup, view: ReportView): SarifResult {
  const { rule, case: id, metric, criterion, reason } = problem;
  const about = metric ?? id;
  const what = criterion === undefined ? reason : `${criterion} — ${reason}`;
  const others = also.length === 0 ? '' : `; ${alsoWords(also)}`;
  const text = `${about === undefined ? what : `${about}: ${what}`}${others}`;
  const place = placeOf(problem, view);
  return {
    ruleId: rule,
    level: 'error',
    message: { text },
    ...(place !== undefined && { locations: [location(place.file, { startLine: place.line })] }),
    // The same problem on another line is not a new one.
    partialFingerprints: { 'flowright/v1': `${rule} ${about ?? ''}` },
  };
}

function placeOf(
  { case: id, metric, criterion }: GateProblem,
  { cases, trace, run }: ReportView,
): TracePlace | undefined {
  // The check of a gap belongs to its rule, but what failed may be one of its criteria.
  const row =
    trace.find(({ integration, owner, text }) => `${integration}/${owner}` === id && text === criterion) ??
    trace.find(({ metrics }) => metric !== undefined && metrics.includes(metric));
  // The first row of a gap is its rule, whether or not something checks it.
  const own = trace.find(({ integration, owner }) => `${integration}/${owner}` === id);
  const names = new Set(cases.find((one) => one.id === id)?.metrics.map((one) => one.metric));
  const near = own ?? trace.find(({ metrics }) => metrics.some((one) => names.has(one)));
  const fill = run.fills.find(({ gap }) => gap === id);
  const first = cases.find((one) => one.place !== undefined)?.place ?? run.traceability[0]?.spec;
  return row?.spec ?? cases.find((one) => one.id === id)?.place ?? near?.spec ?? fill ?? first;
}

function location(file: string, region: Readonly<Record<string, number>>): unknown {
  const absolute = file.startsWith('/') || /^[A-Za-z]:/.test(file);
  const uri = file
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');
  return {
    physicalLocation: {
      artifactLocation: absolute
        ? { uri: `file://${uri.startsWith('/') ? '' : '/'}${uri}` }
        : { uri, uriBaseId: '%SRCROOT%' },
      region,
    },
  };
}

function ruleOf(id: string): unknown {
  const entry = isCode(id) ? catalogue[id] : undefined;
  if (entry !== undefined)
    return {
      id,
      shortDescription: { text: entry.title },
      fullDescription: { text: entry.cause },
      help: { text: `flowright explain ${id}` },
    };
  if (!isRule(id)) return { id };
  const text = ruleWords[id];
  const code = String(GATE_RULES[id]);
  return {
    id,
    shortDescription: { text },
    // GitHub's code scanning does without neither of these.
    fullDescription: { text: `${text}: the gate of the evals is red, with the exit code ${code}.` },
    help: { text: `docs/evals.md says when each rule of the gate is red, '${id}' among them.` },
  };
}

function isCode(id: string): id is Diagnostic['code'] {
  return Object.hasOwn(catalogue, id);
}

function isRule(id: string): id is GateRule {
  return Object.hasOwn(GATE_RULES, id);
}
