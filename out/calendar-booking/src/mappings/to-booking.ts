import { toBookingColour } from '../logic/to-booking-colour.ts';
import type { BookingRequest } from '../models/booking-request.ts';
import type { Booking } from '../models/booking.ts';

/** What the calendar is to hold. */
export function toBooking(bookingRequest: BookingRequest): Booking {
  return {
    id: bookingRequest.id,
    title: bookingRequest.title,
    start: bookingRequest.start,
    end: bookingRequest.end,
    priority: bookingRequest.priority,
    requested_at: bookingRequest.requested_at,
    organiser: bookingRequest.email.trim().toLowerCase(),
    // What is most important stays where it is
    movable: bookingRequest.priority < 5,
    colour: toBookingColour({ priority: bookingRequest.priority, title: bookingRequest.title }),
    status: 'confirmed',
  };
}
