import { describe, expect, test } from 'vitest';
import { checkCondition } from './check-expression.ts';
import { pathOf, shownPresent } from './condition.ts';
import { BY_NAME } from './testing/expect-expression.ts';

function shown(text: string, holds: boolean): readonly (string | undefined)[] {
  const checked = checkCondition(text, BY_NAME);
  return checked.ok === undefined
    ? ['wrong']
    : shownPresent(checked.ok, holds).map((one) => pathOf(one)?.replaceAll('"', ''));
}

describe('a condition shows what is present', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['order.note', ['order.note'], []],
    ['!order.note', [], ['order.note']],
    ['order.note === null', [], ['order.note']],
    ['order.note != undefined', ['order.note'], []],
    ['present(order.note)', ['order.note'], []],
    ['order.note && order.email', ['order.note', 'order.email'], []],
    ['!order.note || !order.email', [], ['order.note', 'order.email']],
    ['order.note || order.email', [], []],
    ['!(order.note && order.email)', [], ['order.note', 'order.email']],
    ['order.lines[0].qty && order.paid', ['order.lines[0].qty'], []],
    ['order.test', [], []],
    ["order.note === 'a'", [], []],
  ])('%s', (text, holds, fails) => {
    expect(shown(text, true)).toEqual(holds);
    expect(shown(text, false)).toEqual(fails);
  });
});

test('a boolean counts by its value, anything else by being there', () => {
  const kinds = ['order.paid', 'order.test', 'order.name', 'order.note', 'order.total'].map(
    (text) => checkCondition(text, BY_NAME).ok?.kind,
  );
  expect(kinds).toEqual(['field', 'binary', 'present', 'present', 'present']);
});
