/** Beyond it, no `Date` is valid (ECMA-262, 21.4.1.1). */
const LAST_SECOND = 8.64e12;

/**
 * Says how many minutes a time zone is behind UTC at a second since 1970, as `getTimezoneOffset` does. QuickJS has no zones of
 * its own and asks for this.
 */
export function offsetIn(zone: string): (second: number) => number {
  if (zone === 'UTC') return () => 0;
  const found = known.get(zone) ?? offsetBy(zone);
  known.set(zone, found);
  return found;
}

/** Making a format takes longer than all that a usual body asks of it. */
const known = new Map<string, (second: number) => number>();

function offsetBy(zone: string): (second: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  return (second) => {
    if (!(Math.abs(second) <= LAST_SECOND)) return 0;
    const at: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(second * 1000)) at[type] = value;
    const year = at['era'] === 'BC' ? 1 - Number(at['year']) : Number(at['year']);
    const wall = new Date(0);
    wall.setUTCFullYear(year, Number(at['month']) - 1, Number(at['day']));
    wall.setUTCHours(Number(at['hour']), Number(at['minute']), Number(at['second']));
    return second / 60 - wall.getTime() / 60_000;
  };
}
