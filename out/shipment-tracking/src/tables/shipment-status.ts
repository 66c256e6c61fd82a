export const shipmentStatus: ReadonlyMap<string, 'delivered' | 'lost' | 'in_transit' | 'shipped'> = new Map([
  ['DL', 'delivered'],
  ['EX', 'lost'],
  ['IT', 'in_transit'],
  ['OD', 'in_transit'],
  ['PU', 'shipped'],
]);
