import { defineIntegration, workflow } from '@flowright/runtime';
import { type Clients, createClients } from './clients.ts';
import { parseEnquiry } from './models/enquiry.ts';
import { crm } from './systems/crm.ts';
import { mail } from './systems/mail.ts';
import { enquiryReceived } from './workflows/enquiry-received.ts';

export const integration = defineIntegration<Clients>({
  name: 'lead-intake',
  version: '9f5dc14208d88602',
  systems: [crm, mail],
  settings: [{ setting: 'CRM_TOKEN' }, { setting: 'MAIL_API_KEY' }, { setting: 'WEBSITE_WEBHOOK_SECRET' }],
  clients: createClients,
  workflows: {
    enquiryReceived: workflow({
      trigger: {
        kind: 'webhook',
        method: 'POST',
        path: '/website/enquiries',
        auth: {
          kind: 'hmac',
          algorithm: 'sha256',
          header: 'x-website-signature',
          encoding: 'hex',
          secret: 'WEBSITE_WEBHOOK_SECRET',
        },
        dedupe: { id: (_delivery, enquiry) => enquiry.id, keepMs: 259200000 },
        parse: parseEnquiry,
        answer: 'completed',
        waitMs: 20000,
      },
      run: enquiryReceived,
    }),
  },
});
