export type Kind = 'flat' | 'nested' | 'dates' | 'lookups' | 'aggregates';

/** Enough for the shapes to differ, few enough to stay in the cache. */
const COUNT = 16;

/** Payloads of a kind as they come off the wire: the same in every run, with and without what may be missing. */
export function payloadsOf(kind: Kind): readonly unknown[] {
  return Array.from({ length: COUNT }, (_, n): unknown => JSON.parse(JSON.stringify(MAKERS[kind](n))));
}

const MAKERS: Readonly<Record<Kind, (n: number) => unknown>> = { flat, nested, dates, lookups, aggregates };

function flat(n: number): unknown {
  return {
    id: 5_000_000 + n,
    email: `  Person${n}@Example.com`,
    ...(n % 4 === 0 ? {} : { first_name: n % 4 === 1 ? null : `First${n}` }),
    last_name: n % 5 === 0 ? null : `Last${n}`,
    ...(n % 3 === 0 ? {} : { phone: `+49 30 ${n}` }),
    ...(n % 2 === 0 ? {} : { company: `Company ${n}` }),
    street: `Street ${n}`,
    city: ` City ${n} `,
    country: pick(['de', 'at', 'fr'], n),
    amount: 20_000 * n,
    currency: 'eur',
    paid: n % 2 === 0,
  };
}

function nested(n: number): unknown {
  const address =
    n % 4 === 0 ? null : { street: `Street ${n}`, city: `City ${n}`, ...(n % 3 === 0 ? {} : { country: 'de' }) };
  const line = (at: number): unknown => ({
    sku: `sku-${at}`,
    title: at % 3 === 0 ? null : `Title ${at}`,
    quantity: at,
    price: at + 0.5,
    taxes: [
      { name: 'vat', rate: 0.2 },
      { name: 'city', rate: 0.05 },
    ],
  });
  return {
    order: { id: `order-${n}`, customer: { name: `Person ${n}`, ...(n % 5 === 0 ? {} : { address }) } },
    lines: times(4 + (n % 8), line),
  };
}

function dates(n: number): unknown {
  const day = String(1 + n).padStart(2, '0');
  const ms = Date.UTC(2026, 2, 20 + n, 23, 30, n);
  return {
    created_at: `2026-07-${day}T12:00:00Z`,
    updated_at: `2026-03-${day}T23:45:10.250+02:00`,
    paid: ms / 1000,
    due: ms + 86_400_000,
    shipped: `${day}/11/2026 08:15`,
    delivered: ms,
  };
}

function lookups(n: number): unknown {
  const line = (at: number): unknown => ({
    category: pick(['books', 'food', 'tools'], at),
    unit: pick(['pcs', 'kg', 'box'], at),
  });
  return {
    status: pick(['pending', 'paid', 'voided', 'odd'], n),
    country: pick(['de', 'us', 'jp', 'xx'], n),
    ...(n % 3 === 0 ? {} : { channel: n % 3 === 1 ? null : 'web' }),
    method: pick(['standard', 'overnight', 'drone'], n),
    lines: times(4 + (n % 8), line),
  };
}

function aggregates(n: number): unknown {
  const line = (at: number): unknown => ({
    sku: `sku-${at}`,
    category: pick(['books', 'food', 'tools', 'toys'], at * 7 + n),
    quantity: 1 + (at % 5),
    price: 10 + ((at * 37 + n) % 50) + 0.25,
    tax: at / 4,
    ...(at % 3 === 0 ? {} : { discount: at % 3 === 1 ? null : 0.5 }),
  });
  return { lines: times(20, line) };
}

function times(count: number, make: (at: number) => unknown): readonly unknown[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function pick(words: readonly string[], n: number): string | undefined {
  return words[n % words.length];
}
