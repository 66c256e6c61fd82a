// The gap 'contactKey' of lead-intake; its types are the spec's, written anew with each fill.
// 'flowright gaps verify' tests the body, 'flowright gaps adopt' accepts what was changed in it.

export interface ContactKeyInput {
  readonly company: string;
  readonly email: string;
  readonly family: string;
  readonly given: string;
  readonly phone: string;
}

export type ContactKeyOutput = string;

// The body:

const SHARED_MAILBOXES: ReadonlySet<string> = new Set<string>([
  'info',
  'office',
  'sales',
  'contact',
  'hello',
  'support',
]);

const COMPANY_FORMS: ReadonlySet<string> = new Set<string>(['inc', 'ltd', 'llc', 'gmbh', 'ag', 'corp', 'co']);

function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[^a-z0-9]/g, '');
}

function emailKey(email: string): string {
  const parts = email.trim().toLowerCase().split('@');
  if (parts.length !== 2) return '';
  const rawLocal = parts[0] ?? '';
  const rawDomain = parts[1] ?? '';
  const plus = rawLocal.indexOf('+');
  const untagged = plus === -1 ? rawLocal : rawLocal.slice(0, plus);
  const domain = rawDomain === 'googlemail.com' ? 'gmail.com' : rawDomain;
  const local = domain === 'gmail.com' ? untagged.replace(/\./g, '') : untagged;
  if (local === '' || domain === '' || SHARED_MAILBOXES.has(local)) return '';
  return 'e:' + local + '@' + domain;
}

function phoneKey(phone: string): string {
  const all = phone.replace(/[^0-9]/g, '');
  const digits = all.startsWith('00') ? all.slice(2) : all;
  return digits.length >= 7 ? 'p:' + digits.slice(-9) : '';
}

function foldCompany(company: string): string {
  // Dots and commas are ignored when words are compared, and folding drops them anyway.
  const words = company
    .replace(/[.,]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  let end = words.length;
  while (end > 1 && COMPANY_FORMS.has((words[end - 1] ?? '').toLowerCase())) {
    end -= 1;
  }
  return foldText(words.slice(0, end).join(' '));
}

function nameKey(family: string, given: string, company: string): string {
  const foldedFamily = foldText(family);
  if (foldedFamily === '') return '';
  return 'n:' + foldedFamily + '|' + foldText(given).slice(0, 1) + '|' + foldCompany(company);
}

export function contactKey(input: ContactKeyInput): ContactKeyOutput {
  const byEmail = emailKey(input.email);
  if (byEmail !== '') return byEmail;
  const byPhone = phoneKey(input.phone);
  if (byPhone !== '') return byPhone;
  const byName = nameKey(input.family, input.given, input.company);
  return byName !== '' ? byName : 'none';
}
