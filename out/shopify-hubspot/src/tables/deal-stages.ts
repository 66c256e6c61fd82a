export const dealStages: ReadonlyMap<string, 'closedwon' | 'appointmentscheduled' | 'closedlost'> = new Map([
  ['paid', 'closedwon'],
  ['pending', 'appointmentscheduled'],
  ['authorized', 'appointmentscheduled'],
  ['partially_paid', 'appointmentscheduled'],
  ['refunded', 'closedlost'],
  ['voided', 'closedlost'],
]);
