/** The time of day here, to the millisecond: `09:14:31.102`. */
export function clock(at: number): string {
  const date = new Date(at);
  const digits = (value: number, width = 2): string => String(value).padStart(width, '0');
  return `${digits(date.getHours())}:${digits(date.getMinutes())}:${digits(date.getSeconds())}.${digits(date.getMilliseconds(), 3)}`;
}
