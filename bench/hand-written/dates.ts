interface Source {
  readonly created_at: string;
  readonly updated_at: string;
  readonly paid: number;
  readonly due: number;
  readonly shipped: string;
  readonly delivered: number;
}

interface Target {
  readonly created: number;
  readonly updated: string;
  readonly paid: string;
  readonly due: string;
  readonly shipped: string;
  readonly delivered: string;
  readonly period: string;
}

const inBerlin = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' });
const dayMonthYear = /^(\d\d)\/(\d\d)\/(\d{4}) \d\d:\d\d$/;

export function mapping(source: Source): Target {
  const paid = new Date(source.paid * 1000).toISOString();
  return {
    created: Date.parse(source.created_at),
    updated: new Date(source.updated_at).toISOString().slice(0, 10),
    paid,
    due: germanDay(new Date(source.due)),
    shipped: isoDay(source.shipped),
    delivered: inBerlin.format(source.delivered),
    period: paid.slice(0, 7),
  };
}

function germanDay(date: Date): string {
  const day = String(date.getUTCDate()).padStart(2, '0');
  const month = String(date.getUTCMonth() + 1).padStart(2, '0');
  return `${day}.${month}.${date.getUTCFullYear()}`;
}

function isoDay(text: string): string {
  const match = dayMonthYear.exec(text);
  if (match === null) throw new Error(`${text} is not dd/MM/yyyy HH:mm`);
  const [, day, month, year] = match;
  return `${year}-${month}-${day}`;
}
