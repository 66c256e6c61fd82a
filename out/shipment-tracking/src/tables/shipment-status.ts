export const shipmentStatus = {
  DL: 'delivered',
  EX: 'lost',
  IT: 'in_transit',
  OD: 'in_transit',
  PU: 'shipped',
} as const;
