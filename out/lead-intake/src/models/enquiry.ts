import type { Issue } from '@flowright/runtime';
import {
  type Place,
  inside,
  isDateTime,
  isPlainObject,
  notAnInteger,
  parser,
  report,
} from '@flowright/runtime/validate';

/** What the website's form sends. */
export interface Enquiry {
  /** Whoever asks was logged in as a customer */
  customer: boolean;
  email: string;
  employees?: number | null;
  full_name: string;
  id: string;
  message: string;
  phone?: string | null;
  company?: string | null;
  address?: string | null;
  subject: string;
  submitted_at: string;
}

export function checkEnquiry(value: unknown, at: Place, issues: Issue[]): value is Enquiry {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const customer = value.customer;
  if (customer === undefined) {
    report(issues, inside(at, 'customer'), 'is missing');
  } else if (typeof customer !== 'boolean') report(issues, inside(at, 'customer'), 'must be true or false');
  const email = value.email;
  if (email === undefined) {
    report(issues, inside(at, 'email'), 'is missing');
  } else if (typeof email !== 'string') report(issues, inside(at, 'email'), 'must be a string');
  const employees = value.employees;
  if (employees !== undefined) {
    if (typeof employees === 'number') {
      if (!Number.isSafeInteger(employees)) report(issues, inside(at, 'employees'), notAnInteger(employees));
    } else if (employees !== null) report(issues, inside(at, 'employees'), 'must be a number or null');
  }
  const fullName = value.full_name;
  if (fullName === undefined) {
    report(issues, inside(at, 'full_name'), 'is missing');
  } else if (typeof fullName !== 'string') report(issues, inside(at, 'full_name'), 'must be a string');
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'string') report(issues, inside(at, 'id'), 'must be a string');
  const message = value.message;
  if (message === undefined) {
    report(issues, inside(at, 'message'), 'is missing');
  } else if (typeof message !== 'string') report(issues, inside(at, 'message'), 'must be a string');
  const phone = value.phone;
  if (phone !== undefined && phone !== null && typeof phone !== 'string')
    report(issues, inside(at, 'phone'), 'must be a string or null');
  const company = value.company;
  if (company !== undefined && company !== null && typeof company !== 'string')
    report(issues, inside(at, 'company'), 'must be a string or null');
  const address = value.address;
  if (address !== undefined && address !== null && typeof address !== 'string')
    report(issues, inside(at, 'address'), 'must be a string or null');
  const subject = value.subject;
  if (subject === undefined) {
    report(issues, inside(at, 'subject'), 'is missing');
  } else if (typeof subject !== 'string') report(issues, inside(at, 'subject'), 'must be a string');
  const submittedAt = value.submitted_at;
  if (submittedAt === undefined) {
    report(issues, inside(at, 'submitted_at'), 'is missing');
  } else if (typeof submittedAt !== 'string') {
    report(issues, inside(at, 'submitted_at'), 'must be a string');
  } else if (!isDateTime(submittedAt))
    report(issues, inside(at, 'submitted_at'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  return issues.length === before;
}

export const parseEnquiry = parser('Enquiry', checkEnquiry);
