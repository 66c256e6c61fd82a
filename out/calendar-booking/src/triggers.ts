import { defineIntegration, workflow } from '@flowright/runtime';
import { type Clients, createClients } from './clients.ts';
import { parseBookingRequest } from './models/booking-request.ts';
import { calendar } from './systems/calendar.ts';
import { mail } from './systems/mail.ts';
import { bookingRequested } from './workflows/booking-requested.ts';

export const integration = defineIntegration<Clients>({
  name: 'calendar-booking',
  version: '107b01c437897209',
  systems: [calendar, mail],
  settings: [
    { setting: 'CALENDAR_CLIENT_ID' },
    { setting: 'CALENDAR_CLIENT_SECRET' },
    { setting: 'CALENDAR_REFRESH_TOKEN' },
    { setting: 'MAIL_API_KEY' },
    { setting: 'BOOKING_WEBHOOK_SECRET' },
    { setting: 'CALENDAR_BOOKING_METADATA', default: '{}' },
  ],
  metadata: { setting: 'CALENDAR_BOOKING_METADATA' },
  clients: createClients,
  workflows: {
    bookingRequested: workflow({
      trigger: {
        kind: 'webhook',
        method: 'POST',
        path: '/bookings/requests',
        auth: { kind: 'standardWebhooks', secret: 'BOOKING_WEBHOOK_SECRET', prefix: 'webhook-', toleranceMs: 300000 },
        dedupe: { id: ({ headers }) => headers['webhook-id'], keepMs: 172800000 },
        parse: parseBookingRequest,
        key: (request) => `calendar-${request.calendar}`,
        answer: 'completed',
        waitMs: 20000,
      },
      run: bookingRequested,
    }),
  },
});
