export const dealStages: ReadonlyMap<string, 'appointmentscheduled' | 'closedwon' | 'closedlost'> = new Map([
  ['authorized', 'appointmentscheduled'],
  ['paid', 'closedwon'],
  ['partially_paid', 'appointmentscheduled'],
  ['pending', 'appointmentscheduled'],
  ['refunded', 'closedlost'],
  ['voided', 'closedlost'],
]);
