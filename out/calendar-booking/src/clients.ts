import type { Transport } from '@flowright/runtime';
import { type CalendarClient, calendarClient } from './systems/calendar.ts';
import { type MailClient, mailClient } from './systems/mail.ts';

/** The clients of the systems, as steps reach them. */
export interface Clients {
  readonly calendar: CalendarClient;
  readonly mail: MailClient;
}

export function createClients(transport: Transport): Clients {
  return { calendar: calendarClient(transport), mail: mailClient(transport) };
}
