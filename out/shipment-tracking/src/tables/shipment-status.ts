export const shipmentStatus: ReadonlyMap<string, 'shipped' | 'in_transit' | 'delivered' | 'lost'> = new Map([
  ['PU', 'shipped'],
  ['IT', 'in_transit'],
  ['OD', 'in_transit'],
  ['DL', 'delivered'],
  ['EX', 'lost'],
]);
