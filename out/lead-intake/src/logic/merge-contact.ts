import { constant, fuel, limited, own, put } from '@flowright/runtime/logic';

export interface MergeContactInput {
  readonly contact: {
    readonly city: string;
    readonly company: string;
    readonly family: string;
    readonly given: string;
    readonly phone: string;
  };
  readonly form: {
    readonly city: string;
    readonly company: string;
    readonly family: string;
    readonly given: string;
    readonly phone: string;
  };
  readonly locked: readonly ('given' | 'family' | 'phone' | 'company' | 'city')[];
  readonly source: 'form' | 'sales' | 'import';
  readonly submittedAt: string;
  readonly updatedAt: string;
}

export interface MergeContactOutput {
  changed: ('given' | 'family' | 'phone' | 'company' | 'city')[];
  conflicts: ('given' | 'family' | 'phone' | 'company' | 'city')[];
  values: {
    city: string;
    company: string;
    family: string;
    given: string;
    phone: string;
  };
}

const FIELDS = constant(['given', 'family', 'phone', 'company', 'city'] as const);

type Field = (typeof FIELDS)[number];

type Values = MergeContactOutput['values'];

interface Moment {
  readonly seconds: number;
  readonly fraction: string;
}

const SECONDS_PER_DAY = 86400;
const MIN_PHONE_DIGITS = 7;

function trimAll(values: Readonly<Values>): Values {
  fuel.burn();
  return {
    city: values.city.trim(),
    company: values.company.trim(),
    family: values.family.trim(),
    given: values.given.trim(),
    phone: values.phone.trim(),
  };
}

function digitsOf(text: string): string {
  fuel.burn();
  return text.replace(/[^0-9]/g, '');
}

function foldText(text: string): string {
  fuel.burn();
  // The final sigma is a matter of position, not of spelling.
  return text.replace(/\s+/g, '').toLowerCase().replace(/ς/g, 'σ');
}

function isSame(field: Field, a: string, b: string): boolean {
  fuel.burn();
  if (field === 'phone') {
    return digitsOf(a) === digitsOf(b);
  }
  return foldText(a) === foldText(b);
}

// Seconds of the offset from UTC, or null if it cannot be read.
function offsetSeconds(zone: string): number | null {
  fuel.burn();
  if (zone === '' || zone === 'Z' || zone === 'z') {
    return 0;
  }
  if (!/^[+-]\d\d:\d\d$/.test(zone)) {
    return null;
  }
  const size = Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(4, 6)) * 60;
  return zone.startsWith('-') ? -size : size;
}

function parseMoment(raw: string): Moment | null {
  fuel.burn();
  const text = raw.trim();
  if (!/^\d\d\d\d-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d/.test(text)) {
    return null;
  }
  const rest = text.slice(19);
  const fractionMatch = /^\.(\d+)/.exec(rest);
  const fraction = fractionMatch?.[1] ?? '';
  const zone = fraction === '' ? rest : rest.slice(fraction.length + 1);
  const offset = offsetSeconds(zone);
  if (offset === null) {
    return null;
  }
  // Every year is shifted by one full calendar cycle: Date.UTC reads the years 0 to 99 as 1900 to 1999.
  const millis = Date.UTC(
    Number(text.slice(0, 4)) + 400,
    Number(text.slice(5, 7)) - 1,
    Number(text.slice(8, 10)),
    Number(text.slice(11, 13)),
    Number(text.slice(14, 16)),
    Number(text.slice(17, 19)),
  );
  return { seconds: millis / 1000 - offset, fraction };
}

function isLater(a: Moment, b: Moment): boolean {
  fuel.burn();
  if (a.seconds !== b.seconds) {
    return a.seconds > b.seconds;
  }
  const length = Math.max(a.fraction.length, b.fraction.length);
  return a.fraction.padEnd(limited(length), '0') > b.fraction.padEnd(limited(length), '0');
}

function formWins(input: MergeContactInput): boolean {
  fuel.burn();
  if (input.source === 'sales') {
    return false;
  }
  const submitted = parseMoment(input.submittedAt);
  const updated = parseMoment(input.updatedAt);
  if (submitted === null || updated === null) {
    // Without readable moments nothing that is there is overwritten.
    return false;
  }
  if (input.source === 'import') {
    const limit: Moment = {
      seconds: submitted.seconds + SECONDS_PER_DAY,
      fraction: submitted.fraction,
    };
    return !isLater(updated, limit);
  }
  return isLater(submitted, updated);
}

export function mergeContact(input: MergeContactInput): MergeContactOutput {
  fuel.start();
  const contact = trimAll(input.contact);
  const form = trimAll(input.form);
  if (digitsOf(form.phone).length < MIN_PHONE_DIGITS) {
    form.phone = '';
  }

  const locked = new Set<Field>(input.locked);
  const formIsStronger = formWins(input);

  const differs = (field: Field): boolean =>
    own(form, field) !== '' && !isSame(field, own(contact, field), own(form, field));

  const holdsName = (field: Field): boolean =>
    differs(field) && (locked.has(field) || (own(contact, field) !== '' && !formIsStronger));

  const nameStays = holdsName('given') || holdsName('family');

  const values = trimAll(contact);
  const changed: Field[] = [];
  const conflicts: Field[] = [];

  for (const field of FIELDS) {
    fuel.burn();
    const current = own(contact, field);
    const offered = own(form, field);
    if (offered === '') {
      continue;
    }
    const isEmpty = current === '';
    if (!isEmpty && isSame(field, current, offered)) {
      continue;
    }
    const isName = field === 'given' || field === 'family';
    const stays = locked.has(field) || (isName && nameStays) || (!isEmpty && !formIsStronger);
    if (!stays) {
      put(values, field, offered);
      changed.push(field);
    } else if (!isEmpty) {
      conflicts.push(field);
    }
  }

  return { changed, conflicts, values };
}
