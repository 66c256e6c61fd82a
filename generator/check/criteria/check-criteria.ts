import type { SpecPath } from '../../diagnostics/place.ts';
import type { LoadedSpec } from '../../load/load-spec.ts';
import type { ShapeTable } from '../../shape/shape.ts';
import type { IntegrationSpec, Workflow } from '../../spec/types.ts';
import type { CheckedOperation } from '../endpoints/checked-operation.ts';
import type { Report } from '../report.ts';
import { checkExpect } from './check-expect.ts';
import { checkGiven } from './check-given.ts';
import { criterionContext, type CriterionContext } from './criterion-context.ts';

type Criterion = NonNullable<Workflow['acceptanceCriteria']>[number];

/** Criteria that nobody and nothing checks: a warning each. One with `given` alone is an error already; one with `judge` is for an eval. */
export function reportUnchecked(spec: IntegrationSpec, report: Report): void {
  for (const [id, { acceptanceCriteria = [] }] of Object.entries<Workflow>(spec.workflows)) {
    for (const [index, criterion] of acceptanceCriteria.entries()) {
      if (criterion.expect === undefined && criterion.judge === undefined)
        report.add('FR3003', { id: criterion.id }, ['workflows', id, 'acceptanceCriteria', index, 'id']);
    }
  }
}

/** Checks the acceptance criteria of a workflow: those that say what is given and expected become tests. */
export function checkCriteria(
  id: string,
  workflow: Workflow,
  operations: readonly CheckedOperation[],
  shapes: ShapeTable,
  loaded: LoadedSpec,
  report: Report,
): void {
  const context = criterionContext(workflow, operations, shapes, loaded, report);
  const at: SpecPath = ['workflows', id, 'acceptanceCriteria'];
  const ids = new Set<string>();
  for (const [index, criterion] of (workflow.acceptanceCriteria ?? []).entries()) {
    if (ids.has(criterion.id))
      report.add('FR2009', { name: criterion.id, first: 'an earlier criterion', second: 'this one' }, [
        ...at,
        index,
        'id',
      ]);
    ids.add(criterion.id);
    checkCriterion(criterion, [...at, index], context);
  }
}

function checkCriterion({ id, given, expect, judge }: Criterion, at: SpecPath, context: CriterionContext): void {
  const { report, workflow } = context;
  if (given !== undefined) checkGiven(given, [...at, 'given'], context);
  if (judge !== undefined && expect !== undefined)
    // Its test would pass, and nobody would ask for the rubric.
    report.add(
      'FR2017',
      { part: 'judge', owner: `${id}, which has 'expect',`, fix: 'make two criteria of it' },
      [...at, 'judge'],
      { on: 'key' },
    );
  if (expect === undefined) {
    if (given !== undefined && judge === undefined)
      report.add('FR2015', { what: `'given' of ${id}`, needs: "'expect'" }, [...at, 'given'], { on: 'key' });
    return;
  }
  checkExpect(expect, [...at, 'expect'], context);
  if (Object.keys(expect).length === 0)
    report.add('FR2015', { what: `'expect' of ${id}`, needs: 'something to compare' }, [...at, 'expect'], {
      on: 'key',
    });
  const { trigger } = workflow;
  if ('webhook' in trigger && (given?.request ?? given?.body) === undefined && trigger.webhook.example === undefined) {
    report.add(
      'FR2015',
      { what: `'expect' of ${id}`, needs: "a 'request' in 'given', or an 'example' of the webhook" },
      [...at, 'expect'],
      { on: 'key' },
    );
  }
}
