import type { CriterionPlan, GivenPlan, StartPlan } from '../../ir/criterion.ts';
import * as s from '../syntax/index.ts';
import { INTEGRATION } from '../triggers/index.ts';
import { expectations } from './expectations.ts';
import { dataOf } from './test-data.ts';

const MOCKS = { name: 'mocks', file: 'src/mocks.ts' };
const SCENARIO = s.identifier('scenario');

/** `test('AC1: text', async () => { … })`: given, when, expect; a criterion that nothing checks is something to do. */
export function criterionTest(
  { id, text, scenario }: CriterionPlan,
  workflow: string,
  imports: s.Imports,
): s.StatementNode {
  const title = s.literal(`${id}: ${text}`);
  const test = imports.useFrom('vitest', 'test');
  if (scenario === undefined) return s.perform(s.method(test, 'todo', [title]));
  const start = s.call(imports.useFrom('@flowright/runtime/scenario', 'startScenario'), [
    imports.use(INTEGRATION),
    imports.use(MOCKS),
    givenObject(scenario.given, workflow, imports),
  ]);
  const close = s.call(imports.useFrom('vitest', 'onTestFinished'), [s.arrow([], s.method(SCENARIO, 'close'))]);
  const [first, ...others] = expectations(scenario, imports);
  const body = [
    s.constant('scenario', s.awaited(start)),
    s.perform(close),
    s.spaced(
      startStatement(
        scenario.when,
        scenario.expect.some(({ kind }) => kind === 'response'),
        imports,
      ),
    ),
    ...(first === undefined ? [] : [s.spaced(first)]),
    ...others,
  ];
  return s.perform(s.call(test, [title, s.arrow([], body, { async: true })]));
}

function givenObject(
  { now, checkpoint, metadata, collections, records = [], pageSize, faults, settings }: GivenPlan,
  workflow: string,
  imports: s.Imports,
): s.ExpressionNode {
  return s.object([
    s.entry('workflow', s.literal(workflow)),
    ...(now === undefined ? [] : [s.entry('now', s.literal(now))]),
    ...(checkpoint === undefined ? [] : [s.entry('checkpoint', s.literal(s.plainData(checkpoint)))]),
    ...(metadata === undefined ? [] : [s.entry('metadata', s.literal(s.plainData(metadata)))]),
    ...(collections.length === 0
      ? []
      : [
          s.entry('collections', s.object(collections.map(({ name, items }) => s.entry(name, dataOf(items, imports))))),
        ]),
    ...(records.length === 0
      ? []
      : [s.entry('records', s.object(records.map(({ name, items }) => s.entry(name, dataOf(items, imports)))))]),
    ...(pageSize === undefined ? [] : [s.entry('pageSize', s.literal(pageSize))]),
    ...(faults.length === 0 ? [] : [s.entry('faults', s.literal(s.plainData(faults)))]),
    ...(settings === undefined ? [] : [s.entry('settings', s.literal(settings))]),
  ]);
}

/** `const response = await scenario.deliver(orderPaid, { headers: { … } });` */
function startStatement(when: StartPlan, answered: boolean, imports: s.Imports): s.StatementNode {
  switch (when.kind) {
    case 'fire':
      return s.perform(s.awaited(s.method(SCENARIO, 'fire', when.times === 1 ? [] : [s.literal(when.times)])));
    case 'start':
      return s.perform(
        s.awaited(s.method(SCENARIO, 'start', when.input === undefined ? [] : [dataOf(when.input, imports)])),
      );
    case 'deliver': {
      const delivered = s.awaited(delivery(when, imports));
      if (!answered) return s.perform(delivered);
      return s.constant(when.times === 1 ? 'response' : 'responses', delivered);
    }
  }
}

function delivery(
  { body, raw, headers, tamper, times, everyMs }: Extract<StartPlan, { kind: 'deliver' }>,
  imports: s.Imports,
): s.ExpressionNode {
  const options = [
    ...(raw === undefined ? [] : [s.entry('raw', s.literal(raw))]),
    ...(Object.keys(headers).length > 0 ? [s.entry('headers', s.literal(headers))] : []),
    ...(tamper === undefined ? [] : [s.entry('tamper', s.literal(tamper))]),
    ...(everyMs === undefined ? [] : [s.entry('everyMs', s.literal(everyMs))]),
  ];
  const args = [dataOf(body, imports), ...(options.length > 0 ? [s.object(options)] : [])];
  return times === 1
    ? s.method(SCENARIO, 'deliver', args)
    : s.method(SCENARIO, 'deliverRepeatedly', [s.literal(times), ...args]);
}
