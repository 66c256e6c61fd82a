import { expect, test } from 'vitest';
import type { LogicPlan } from '../../ir/logic.ts';
import { HOSTILE } from '../testing/hostile.ts';
import { certain, listOf, modelType, NUMBER, objectOf, PLACE, planOf, STRING } from '../testing/plan-parts.ts';
import { callExport, runCode } from '../testing/run-code.ts';
import { typeCheck } from '../testing/type-check.ts';
import { emitLogic } from './emit-logic.ts';

const SHAPES = new Map([['Order', objectOf({ id: STRING })]]);
const priority: LogicPlan = {
  id: 'dealPriority',
  symbol: { name: 'dealPriority', file: 'src/logic/deal-priority.ts' },
  place: PLACE,
  rule: 'Orders over 10,000 are "high".\nEverything else is "medium".',
  input: certain(objectOf({ total: NUMBER, 'tags?': listOf(STRING), order: { kind: 'ref', to: 'Order' } })),
  output: certain({ kind: 'string', values: ['medium', 'high'] }),
  schemas: { input: {}, output: {} },
  inputType: 'DealPriorityInput',
  outputType: 'DealPriorityOutput',
  properties: [],
  criteria: ['Never "low".'],
  examples: [
    { in: { total: 12000 }, out: 'high', hidden: false, note: 'a big one' },
    { in: { total: 999 }, out: 'medium', hidden: true },
  ],
};

test('a gap is a typed function that says its rule and fails', () => {
  expect(emitLogic(priority, planOf(SHAPES)).text).toMatchInlineSnapshot(`
    "import { GapUnfilledError } from '@flowright/runtime';
    import type { Order } from '../models/order.ts';

    export interface DealPriorityInput {
        readonly total: number;
        readonly tags?: readonly string[];
        readonly order: Order;
    }

    export type DealPriorityOutput = 'medium' | 'high';

    /**
     * Orders over 10,000 are "high".
     * Everything else is "medium".
     *
     * Criteria:
     * - Never "low".
     *
     * Examples:
     * - {"total":12000} gives "high" (a big one)
     */
    export function dealPriority(_input: DealPriorityInput): DealPriorityOutput {
        throw new GapUnfilledError('dealPriority');
    }
    "
  `);
});

test('a hidden example is not shown', () => expect(emitLogic(priority, planOf(SHAPES)).text).not.toContain('999'));

test('a gap that is called says that it is unfilled', () => {
  const exports = runCode(emitLogic(priority, planOf(SHAPES)).text);
  expect(() => callExport(exports, 'dealPriority', [{}])).toThrow("the gap 'dealPriority' has not been filled");
});

test('gaps type-check, whatever their texts', () => {
  const hostile = HOSTILE.map((text, at) => ({
    ...priority,
    id: text,
    symbol: { name: 'dealPriority', file: `src/logic/gap${String(at)}.ts` },
    rule: text,
    doc: text,
    criteria: [text],
    input: certain(objectOf({ [`${text} `]: STRING })),
    output: certain({ kind: 'string', values: [text] }),
    examples: [{ in: text, out: text, hidden: false, note: text }],
  }));
  const named = { ...priority, input: { ...modelType('Order'), optional: true }, output: certain(listOf(STRING)) };
  const files = [...hostile, named].map((logic) => emitLogic(logic, planOf(SHAPES)));
  const model = { path: 'src/models/order.ts', text: 'export interface Order { id: string }' };
  expect(typeCheck([model, ...files])).toBe('');
});
