/** What is delivered, and what the called system answers. */
export const payload = {
  id: 7,
  name: 'a record',
  lines: [
    { sku: 'a', quantity: 1 },
    { sku: 'b', quantity: 2 },
  ],
};

/** HTTP calls that a delivery leads to. */
export const CALLS = 3;
