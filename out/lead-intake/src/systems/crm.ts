import { type SystemDefinition, type Transport, pathSegment } from '@flowright/runtime';
import type { ContactChange } from '../models/contact-change.ts';
import { type CreateContactResponse, parseCreateContactResponse } from '../models/create-contact-response.ts';
import { type CreateEnquiryResponse, parseCreateEnquiryResponse } from '../models/create-enquiry-response.ts';
import type { CreateTaskRequest } from '../models/create-task-request.ts';
import { type CreateTaskResponse, parseCreateTaskResponse } from '../models/create-task-response.ts';
import type { CrmEnquiry } from '../models/crm-enquiry.ts';
import { type FindContactsResponse, parseFindContactsResponse } from '../models/find-contacts-response.ts';
import type { NewContact } from '../models/new-contact.ts';
import { type UpdateContactResponse, parseUpdateContactResponse } from '../models/update-contact-response.ts';

/** CRM */
export const crm = {
  id: 'crm',
  baseUrl: 'https://api.crm.example.com/v2',
  baseUrlSetting: 'CRM_BASE_URL',
  variables: {},
  auth: { kind: 'bearer', secret: 'CRM_TOKEN' },
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
  rateLimit: { requests: 10, perMs: 1000 },
} as const satisfies SystemDefinition;

export interface CreateContactInput {
  readonly body: NewContact;
}

export interface CreateEnquiryInput {
  readonly body: CrmEnquiry;
}

export interface CreateTaskInput {
  readonly body: CreateTaskRequest;
}

export interface FindContactsInput {
  readonly key: string;
}

export interface UpdateContactInput {
  readonly id: string | number;
  readonly body: ContactChange;
}

export type CrmClient = ReturnType<typeof crmClient>;

export function crmClient(transport: Transport) {
  return {
    /** POST /contacts */
    async createContact(input: CreateContactInput): Promise<CreateContactResponse> {
      const { body } = await transport.send(crm, {
        operation: 'createContact',
        method: 'POST',
        path: '/contacts',
        body: input.body,
        retrySafe: false,
        parse: parseCreateContactResponse,
      });
      return body;
    },

    /** POST /enquiries */
    async createEnquiry(input: CreateEnquiryInput): Promise<CreateEnquiryResponse> {
      const { body } = await transport.send(crm, {
        operation: 'createEnquiry',
        method: 'POST',
        path: '/enquiries',
        body: input.body,
        idempotencyHeader: 'Idempotency-Key',
        retrySafe: false,
        parse: parseCreateEnquiryResponse,
      });
      return body;
    },

    /** POST /tasks */
    async createTask(input: CreateTaskInput): Promise<CreateTaskResponse> {
      const { body } = await transport.send(crm, {
        operation: 'createTask',
        method: 'POST',
        path: '/tasks',
        body: input.body,
        retrySafe: false,
        parse: parseCreateTaskResponse,
      });
      return body;
    },

    /** GET /contacts */
    async findContacts(input: FindContactsInput): Promise<FindContactsResponse> {
      const { body } = await transport.send(crm, {
        operation: 'findContacts',
        method: 'GET',
        path: '/contacts',
        query: { key: input.key },
        retrySafe: true,
        parse: parseFindContactsResponse,
      });
      return body;
    },

    /** PATCH /contacts/{id} */
    async updateContact(input: UpdateContactInput): Promise<UpdateContactResponse> {
      const { body } = await transport.send(crm, {
        operation: 'updateContact',
        method: 'PATCH',
        path: `/contacts/${pathSegment(input.id)}`,
        body: input.body,
        retrySafe: true,
        parse: parseUpdateContactResponse,
      });
      return body;
    },
  };
}
