import type { Transport } from '@flowright/runtime';
import { type CrmClient, crmClient } from './systems/crm.ts';
import { type MailClient, mailClient } from './systems/mail.ts';

/** The clients of the systems, as steps reach them. */
export interface Clients {
  readonly crm: CrmClient;
  readonly mail: MailClient;
}

export function createClients(transport: Transport): Clients {
  return { crm: crmClient(transport), mail: mailClient(transport) };
}
