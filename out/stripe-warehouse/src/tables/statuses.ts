export const statuses: ReadonlyMap<string, 'draft' | 'open' | 'paid' | 'uncollectible' | 'void'> = new Map([
  ['draft', 'draft'],
  ['open', 'open'],
  ['paid', 'paid'],
  ['uncollectible', 'uncollectible'],
  ['void', 'void'],
]);
