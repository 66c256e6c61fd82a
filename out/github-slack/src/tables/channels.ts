export const channels: ReadonlyMap<string, 'C0PAYMENTS' | 'C0STOREFRONT'> = new Map([
  ['acme/payments', 'C0PAYMENTS'],
  ['acme/storefront', 'C0STOREFRONT'],
]);
