import { toEnquiryPriority } from '../logic/to-enquiry-priority.ts';
import type { Classification } from '../models/classification.ts';
import type { CrmEnquiry } from '../models/crm-enquiry.ts';
import type { Enquiry } from '../models/enquiry.ts';

export function toEnquiry(contactId: string, enquiry: Enquiry, kind: Classification): CrmEnquiry {
  return {
    contact_id: contactId,
    topic: kind.topic,
    priority: toEnquiryPriority({
      customer: enquiry.customer,
      employees: enquiry.employees ?? 0,
      topic: kind.topic,
      urgent: kind.urgent,
    }),
    subject: enquiry.subject.trim(),
    message: enquiry.message,
    received_at: enquiry.submitted_at,
  };
}
