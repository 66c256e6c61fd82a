import type { EvalCase, EvalRun } from './results.ts';

/** The same run with cases, repeats, assertions and all else in one order, whatever the order in which they came in. */
export function normalRun(run: EvalRun): EvalRun {
  return {
    ...run,
    promptFiles: by(run.promptFiles, ({ file }) => file),
    expected: by(run.expected, ({ id }) => counted(id)).map((one) => ({
      ...one,
      metrics: by(one.metrics, ({ metric }) => counted(metric)),
    })),
    cases: by(run.cases, ({ id }) => counted(id)).map(normalCase),
    errors: by(run.errors, ({ kind, message }) => `${kind}\0${message}`),
    fills: by(run.fills, ({ gap }) => counted(gap)),
    traceability: by(run.traceability, ({ integration, kind, owner, criterion }) =>
      [integration, kind === 'workflow' ? 0 : 1, owner, criterion === 'rule' ? '' : counted(criterion)].join('\0'),
    ),
  };
}

function normalCase(one: EvalCase): EvalCase {
  const repeats = one.repeats.toSorted((left, right) => left.repeat - right.repeat);
  return {
    ...one,
    repeats: repeats.map((repeat) => ({
      ...repeat,
      assertions: by(repeat.assertions, ({ metric }) => counted(metric)),
    })),
  };
}

/** `AC2` before `AC10`; the name itself decides between `AC1` and `AC01`. */
function counted(id: string): string {
  return `${id.replaceAll(/\d+/g, (digits) => digits.padStart(6, '0'))}\0${id}`;
}

/** By code unit, so that no locale has a say. */
function by<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  return keyed
    .toSorted((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ item }) => item);
}
