const form = /^(\d{4})-(\d\d)-(\d\d)$/;
const millisecondsADay = 86_400_000;

/** True of a day that there is: `2026-02-29` is none. */
export function isDay(text: string): boolean {
  return form.test(text) && dayAfter(text, 0) === text;
}

/** How many days `to` is after `from`; negative when it is before. Both must be days. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / millisecondsADay);

/** The day that comes `days` after another one; empty for what is no day. */
export function dayAfter(day: string, days: number): string {
  const time = Date.parse(day) + days * millisecondsADay;
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}
