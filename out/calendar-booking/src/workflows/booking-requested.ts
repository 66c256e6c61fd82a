import { type StepContext, collect } from '@flowright/runtime';
import type { Clients } from '../clients.ts';
import { declineMessage } from '../logic/decline-message.ts';
import { findSlot } from '../logic/find-slot.ts';
import { resolveBooking } from '../logic/resolve-booking.ts';
import { toBooking } from '../mappings/to-booking.ts';
import type { BookingRequest } from '../models/booking-request.ts';
import { parseMetadata } from '../models/metadata.ts';

export async function bookingRequested(ctx: StepContext<Clients>, request: BookingRequest): Promise<void> {
  const metadata = parseMetadata(await ctx.metadata());
  const events = await collect(
    ctx,
    'events',
    ({ http }, next) => http.calendar.listEvents({ calendar: request.calendar, timeMin: request.start }, next),
    (body) => body.items,
  );
  const booking = toBooking(request);
  const verdict = resolveBooking({
    events,
    request: {
      end: request.end,
      id: request.id,
      organiser: booking.organiser,
      priority: request.priority,
      requested_at: request.requested_at,
      start: request.start,
    },
  });

  if (verdict.decision === 'decline') {
    const next = findSlot({
      buffer: 5,
      busy: events,
      from: request.start,
      holidays: metadata.holidays ?? [],
      wanted: { end: request.end, start: request.start },
    });
    const text = declineMessage({ name: request.name.trim(), next, reason: verdict.reason });
    await ctx.run('sendMessage', ({ http }) =>
      http.mail.sendMessage({ body: { subject: `Your request: ${request.title}`, text, to: booking.organiser } }),
    );
    await ctx.respond({ status: 200, body: { booked: false, next, reason: verdict.reason } });
  } else {
    for (const id of verdict.events) {
      await ctx.run(`displaceEvent/${id}`, ({ http }) =>
        http.calendar.displaceEvent({ calendar: request.calendar, id, body: { status: 'displaced' } }),
      );
    }

    await ctx.run('putEvent', ({ http }) =>
      http.calendar.putEvent({ calendar: request.calendar, id: request.id, body: booking }),
    );
    await ctx.respond({ status: 200, body: { booked: true, displaced: verdict.events.length } });
  }
}
