import type { ContactProperties } from '../models/contact-properties.ts';
import type { Order } from '../models/order.ts';

/** The contact of an order's customer. */
export function orderToContact(email: string, order: Order): ContactProperties {
  const contactProperties: ContactProperties = { email: email.trim().toLowerCase() };
  const firstname = order.customer?.first_name ?? order.shipping_address?.first_name;
  if (firstname != null) contactProperties.firstname = firstname;
  const lastname = order.customer?.last_name ?? order.shipping_address?.last_name;
  if (lastname != null) contactProperties.lastname = lastname;
  const phone = order.customer?.phone ?? order.shipping_address?.phone;
  if (phone != null) contactProperties.phone = phone;

  return contactProperties;
}
