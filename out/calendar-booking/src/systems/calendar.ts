import {
  type NextPage,
  type Page,
  type SystemDefinition,
  type Transport,
  cursorOf,
  nextCursor,
  pathSegment,
} from '@flowright/runtime';
import { type Booking, parseBookingResponse } from '../models/booking.ts';
import type { DisplaceEventRequest } from '../models/displace-event-request.ts';
import { type ListEventsResponse, parseListEventsResponse } from '../models/list-events-response.ts';

/** Calendar */
export const calendar = {
  id: 'calendar',
  baseUrl: 'https://api.calendar.example.com/v1',
  baseUrlSetting: 'CALENDAR_BASE_URL',
  variables: {},
  auth: {
    kind: 'oauth2',
    grant: 'refreshToken',
    token: { url: 'https://login.calendar.example.com/token', setting: 'CALENDAR_TOKEN_URL' },
    clientId: { setting: 'CALENDAR_CLIENT_ID' },
    clientSecret: { setting: 'CALENDAR_CLIENT_SECRET' },
    refreshToken: 'CALENDAR_REFRESH_TOKEN',
    clientAuth: 'body',
  },
  headers: {},
  timeoutMs: 30000,
  retry: {
    attempts: 4,
    initialMs: 500,
    factor: 2,
    maxMs: 60000,
    on: [429, '5xx', 'network', 'timeout'],
    respect: 'Retry-After',
  },
} as const satisfies SystemDefinition;

export interface DisplaceEventInput {
  readonly calendar: string | number;
  readonly id: string | number;
  readonly body: DisplaceEventRequest;
}

export interface ListEventsInput {
  readonly calendar: string | number;
  readonly timeMin: string;
}

export interface PutEventInput {
  readonly calendar: string | number;
  readonly id: string | number;
  readonly body: Booking;
}

export type CalendarClient = ReturnType<typeof calendarClient>;

export function calendarClient(transport: Transport) {
  return {
    /** PATCH /calendars/{calendar}/events/{id} */
    async displaceEvent(input: DisplaceEventInput): Promise<Booking> {
      const { body } = await transport.send(calendar, {
        operation: 'displaceEvent',
        method: 'PATCH',
        path: `/calendars/${pathSegment(input.calendar)}/events/${pathSegment(input.id)}`,
        body: input.body,
        retrySafe: true,
        parse: parseBookingResponse,
      });
      return body;
    },

    /** GET /calendars/{calendar}/events */
    async listEvents(input: ListEventsInput, next?: NextPage): Promise<Page<ListEventsResponse>> {
      const { body } = await transport.send(calendar, {
        operation: 'listEvents',
        method: 'GET',
        path: `/calendars/${pathSegment(input.calendar)}/events`,
        query: { status: 'confirmed', timeMin: input.timeMin, maxResults: 250, pageToken: cursorOf(next) },
        retrySafe: true,
        parse: parseListEventsResponse,
      });
      return { body, next: nextCursor(body.nextPageToken) };
    },

    /** PUT /calendars/{calendar}/events/{id} */
    async putEvent(input: PutEventInput): Promise<Booking> {
      const { body } = await transport.send(calendar, {
        operation: 'putEvent',
        method: 'PUT',
        path: `/calendars/${pathSegment(input.calendar)}/events/${pathSegment(input.id)}`,
        body: input.body,
        retrySafe: true,
        parse: parseBookingResponse,
      });
      return body;
    },
  };
}
