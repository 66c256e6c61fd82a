import type { Address } from '../models/address.ts';
import type { Enquiry } from '../models/enquiry.ts';
import type { NameParts } from '../models/name-parts.ts';
import type { NewContact } from '../models/new-contact.ts';

/** A contact that is not known yet. */
export function toContact(address: Address, enquiry: Enquiry, key: string, name: NameParts): NewContact {
  return {
    key,
    titles: name.titles,
    given: name.given,
    family: name.family,
    suffix: name.suffix,
    email: enquiry.email.trim().toLowerCase(),
    phone: enquiry.phone?.trim() ?? '',
    company: enquiry.company?.trim() ?? '',
    address: {
      box: address.box,
      city: address.city,
      kind: address.kind,
      number: address.number,
      state: address.state,
      street: address.street,
      unit: address.unit,
      zip: address.zip,
    },
    city: address.city,
    source: 'form',
  };
}
