import fc from 'fast-check';
import jsonata from 'jsonata';
import { expect, test } from 'vitest';
import { EXPRESSIONS, ORDER_FIELDS } from './jsonata-cases.ts';
import { anyExpression } from './jsonata-fuzz.ts';
import { compilable, compileJsonata, type Compiled } from './jsonata-mappings.ts';

const SLOW = 180_000;

// Texts that share parts, and some that are empty or more than one unit long.
const text = fc.constantFrom('', 'a', 'b', 'ab', 'bab', ' a  b\t', 'A', '12', '-1.5', '$1', '😀b', 'true');
const whole = fc.integer({ min: -3, max: 12 });
const number = fc.oneof(
  whole,
  fc.constantFrom(0.1, 0.5, 1.5, 2.5, -2.5, 12.345, 99.995, 1e21, 1.005, 0.30000000000000004),
);
const list = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 3 });
const line = fc.record(
  { sku: text, qty: whole, price: number, note: text, tags: list(text), hint: fc.option(text) },
  { requiredKeys: ['sku', 'qty', 'price', 'tags', 'hint'] },
);
const customer = fc.record(
  { name: text, age: fc.integer({ min: 0, max: 40 }), address: fc.record({ city: text }) },
  { requiredKeys: ['name', 'address'] },
);
const order = fc.record(
  {
    id: text,
    count: whole,
    total: number,
    discount: number,
    paid: fc.boolean(),
    gift: fc.boolean(),
    note: text,
    email: fc.option(text),
    memo: fc.option(text),
    state: fc.constantFrom('open', 'paid', 'void'),
    tags: list(text),
    marks: list(text),
    numbers: list(number),
    'odd key': text,
    customer,
    seller: fc.record({ name: text, phone: text }, { requiredKeys: ['name'] }),
    lines: list(line),
  },
  { requiredKeys: ['id', 'count', 'total', 'paid', 'email', 'state', 'tags', 'numbers', 'odd key', 'seller', 'lines'] },
);

/** What the interpreter gives, as JSON would carry it: a number that JSON cannot say is a failure. */
async function interpreted(expression: jsonata.Expression, source: unknown): Promise<unknown> {
  try {
    const value: unknown = await expression.evaluate(structuredClone(source));
    return typeof value === 'number' && !Number.isFinite(value) ? 'fails' : asJson(value);
  } catch {
    return 'fails';
  }
}

function compiledTo(run: Compiled, source: unknown): unknown {
  try {
    return asJson(run(source));
  } catch {
    return 'fails';
  }
}

function asJson(value: unknown): unknown {
  return value === undefined ? 'missing' : { value: JSON.parse(JSON.stringify(value)) };
}

/** The first source for which an expression gives something else than the interpreter. */
async function differences(
  compiled: ReadonlyMap<string, Compiled>,
  sources: readonly unknown[],
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const [expression, run] of compiled) {
    const interpreter = jsonata(expression);
    for (const source of sources) {
      const [wanted, given] = [await interpreted(interpreter, source), compiledTo(run, source)];
      if (JSON.stringify(wanted) === JSON.stringify(given)) continue;
      found.push({ expression, source, wanted, given });
      break;
    }
  }
  return found;
}

test('each compiled expression gives what the interpreter gives', { timeout: SLOW }, async () => {
  const compiled = await compileJsonata(EXPRESSIONS, ORDER_FIELDS);
  const sources = fc.sample(order, 60);
  expect(await differences(compiled, sources)).toEqual([]);
});

test('so does whatever else is compiled', { timeout: SLOW }, async () => {
  // Always the same expressions, on ever other sources.
  const expressions = [...new Set(fc.sample(anyExpression, { numRuns: 400, seed: 3 }))];
  const compiled = await compileJsonata(await compilable(expressions, ORDER_FIELDS), ORDER_FIELDS);
  expect(compiled.size).toBeGreaterThan(50);
  expect(await differences(compiled, fc.sample(order, 30))).toEqual([]);
});
