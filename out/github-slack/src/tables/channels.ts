export const channels: ReadonlyMap<string, 'C0STOREFRONT' | 'C0PAYMENTS'> = new Map([
  ['acme/storefront', 'C0STOREFRONT'],
  ['acme/payments', 'C0PAYMENTS'],
]);
