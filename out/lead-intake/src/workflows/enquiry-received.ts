import { FatalError, type StepContext } from '@flowright/runtime';
import type { Clients } from '../clients.ts';
import { acknowledgement } from '../logic/acknowledgement.ts';
import { classifyEnquiry } from '../logic/classify-enquiry.ts';
import { contactKey } from '../logic/contact-key.ts';
import { mergeContact } from '../logic/merge-contact.ts';
import { parseAddress } from '../logic/parse-address.ts';
import { parseName } from '../logic/parse-name.ts';
import { toContact } from '../mappings/to-contact.ts';
import { toEnquiry } from '../mappings/to-enquiry.ts';
import type { CreateContactResponse } from '../models/create-contact-response.ts';
import type { Enquiry } from '../models/enquiry.ts';

export async function enquiryReceived(ctx: StepContext<Clients>, enquiry: Enquiry): Promise<void> {
  const kind = classifyEnquiry({
    customer: enquiry.customer,
    employees: enquiry.employees ?? null,
    message: enquiry.message,
    subject: enquiry.subject,
  });

  let created: CreateContactResponse | undefined;
  if (kind.topic === 'spam') {
    await ctx.respond({ status: 200, body: { outcome: 'spam' } });
  } else {
    const name = parseName({ fullName: enquiry.full_name });
    const address = parseAddress({ text: enquiry.address ?? '' });
    const key = contactKey({
      company: enquiry.company ?? '',
      email: enquiry.email,
      family: name.family,
      given: name.given,
      phone: enquiry.phone ?? '',
    });
    const found = await ctx.run('found', ({ http }) => http.crm.findContacts({ key }));
    const known = found.contacts[0];

    if (known !== undefined) {
      const merged = mergeContact({
        contact: {
          city: known.city,
          company: known.company,
          family: known.family,
          given: known.given,
          phone: known.phone,
        },
        form: {
          city: address.city,
          company: enquiry.company ?? '',
          family: name.family,
          given: name.given,
          phone: enquiry.phone ?? '',
        },
        locked: known.locked,
        source: known.source,
        submittedAt: enquiry.submitted_at,
        updatedAt: known.updated_at,
      });

      if (merged.changed.length > 0) {
        await ctx.run('updateContact', ({ http }) => http.crm.updateContact({ id: known.id, body: merged.values }));
      }

      if (merged.conflicts.length > 0) {
        await ctx.run('createTask', ({ http }) =>
          http.crm.createTask({
            body: {
              contact_id: known.id,
              text: `Enquiry ${enquiry.id} says otherwise: ${merged.conflicts.join(', ')}`,
            },
          }),
        );
      }
    } else {
      const contact = toContact(address, enquiry, key, name);
      created = await ctx.run('created', ({ http }) => http.crm.createContact({ body: contact }));
    }

    const contactId = known?.id ?? created?.id;
    if (contactId === undefined) throw new FatalError('invalid_response', 'the CRM gave no contact');
    const crmEnquiry = toEnquiry(contactId, enquiry, kind);
    await ctx.run('createEnquiry', ({ http }) => http.crm.createEnquiry({ body: crmEnquiry }));
    const answer = acknowledgement({ family: name.family, given: name.given, topic: kind.topic, urgent: kind.urgent });
    await ctx.run('sendMessage', ({ http }) =>
      http.mail.sendMessage({ body: { subject: answer.subject, text: answer.text, to: enquiry.email.trim() } }),
    );
    await ctx.respond({ status: 200, body: { contactId, outcome: 'taken', topic: kind.topic } });
  }
}
