import type { GateProblem } from '../gate/verdict.ts';
import { whatFailed } from '../suite/first-failure.ts';
import { viewOf, type CaseView, type ReportInput, type ReportView } from './view.ts';
import { criterionLabel } from './words.ts';
import { xml } from './xml.ts';

/**
 * JUnit's XML, as CI systems read it: a test suite per integration and kind, a test case per case, and the suite `gate` for what is
 * about no case. A case fails where the gate says so, with the criterion and the reason; what could not be measured is an error, and
 * a criterion that nothing checks is skipped: never a silent pass.
 */
export function junitReport(input: ReportInput): string {
  const view = viewOf(input);
  const { verdict, cases, trace } = view;
  const known = new Set(cases.map(({ id }) => id));
  const about = (id: string): readonly GateProblem[] => verdict.problems.filter((one) => one.case === id);
  const rest = verdict.problems.filter((one) => one.case === undefined || !known.has(one.case));
  const groups = Map.groupBy(cases, (one) => `${one.id.split('/')[0] ?? ''} ${one.kind}`);
  const unverified = trace.filter(({ metrics }) => metrics.length === 0);
  const suites = [
    ...[...groups].map(([name, members]) =>
      suite(
        name,
        members.map((one) => caseElement(one, name, about(one.id), view)),
      ),
    ),
    ...(unverified.length === 0
      ? []
      : [
          suite(
            'not verified',
            unverified.map(({ integration, owner, criterion, text, result }) => ({
              kind: 'skipped' as const,
              element: element(
                `${integration}/${owner}#${criterion}: ${text}`,
                'not verified',
                `      <skipped message="${xml(result.reason ?? 'not verified')}"/>\n`,
              ),
            })),
          ),
        ]),
    suite('gate', [gateElement(rest, view)]),
  ];
  const total = suites.map(({ count }) => count);
  // What is skipped stands with each suite: schemas of JUnit's XML do not know it of all of them together.
  const attributes = (['tests', 'failures', 'errors'] as const)
    .map((key) => `${key}="${String(total.reduce((sum, one) => sum + one[key], 0))}"`)
    .join(' ');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="flowright eval" ${attributes}>\n${suites.map(({ text }) => text).join('')}</testsuites>\n`;
}

interface TestElement {
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
  readonly element: string;
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function suite(name: string, elements: readonly TestElement[]): { readonly text: string; readonly count: Counts } {
  const of = (kind: TestElement['kind']): number => elements.filter((one) => one.kind === kind).length;
  const count = { tests: elements.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
  const attributes = Object.entries(count)
    .map(([key, value]) => `${key}="${String(value)}"`)
    .join(' ');
  const text = `  <testsuite name="${xml(name)}" ${attributes}>\n${elements.map((one) => one.element).join('')}  </testsuite>\n`;
  return { text, count };
}

function caseElement(one: CaseView, group: string, problems: readonly GateProblem[], view: ReportView): TestElement {
  const [first] = problems;
  const name = `${one.id}: ${one.text}`;
  const seconds = one.latency === undefined ? undefined : (one.latency / 1000).toFixed(3);
  if (first !== undefined) {
    const kind = first.code === 1 ? 'failure' : 'error';
    return { kind, element: element(name, group, problemElement(kind, first, problems, view), seconds) };
  }
  if (one.state === 'not verified') {
    const message = one.error ?? 'it did not run as often as it was to';
    return {
      kind: 'error',
      element: element(name, group, `      <error type="not-verified" message="${xml(message)}"/>\n`, seconds),
    };
  }
  const failed = whatFailed(one.metrics.filter(({ passed, made }) => passed < made));
  const said = failed.map(
    ({ metric, passed, made, reason = '' }) => `${metric} ${String(passed)}/${String(made)}: ${reason}`,
  );
  const out = [`passed ${String(one.passed)} of ${String(one.repeats)}`, ...said].join('\n');
  return { kind: 'passed', element: element(name, group, `      <system-out>${xml(out)}</system-out>\n`, seconds) };
}

function problemElement(
  kind: 'failure' | 'error',
  first: GateProblem,
  problems: readonly GateProblem[],
  view: ReportView,
): string {
  const text = problems.map((problem) => {
    const { rule, metric, criterion, reason } = problem;
    return [
      `${rule}${metric === undefined ? '' : ` ${metric}`}`,
      ...(criterion === undefined ? [] : [`${criterionLabel(problem, view).toLowerCase()}: ${criterion}`]),
      `reason: ${reason}`,
    ].join('\n');
  });
  const message = `${first.criterion === undefined ? '' : `${first.criterion} — `}${first.reason}`;
  return `      <${kind} type="${xml(first.rule)}" message="${xml(message)}">${xml(text.join('\n\n'))}</${kind}>\n`;
}

function gateElement(problems: readonly GateProblem[], view: ReportView): TestElement {
  const [first] = problems;
  if (first === undefined) return { kind: 'passed', element: element('the run as a whole', 'gate', '') };
  const kind = first.code === 1 ? 'failure' : 'error';
  return { kind, element: element('the run as a whole', 'gate', problemElement(kind, first, problems, view)) };
}

function element(name: string, group: string, content: string, seconds?: string): string {
  const time = seconds === undefined ? '' : ` time="${seconds}"`;
  const open = `    <testcase classname="${xml(group)}" name="${xml(name)}"${time}`;
  return content === '' ? `${open}/>\n` : `${open}>\n${content}    </testcase>\n`;
}
