import { EvaluationError } from '../terms/term.ts';
import type { FunctionTable } from './call-site.ts';
import { pure, text } from './plain.ts';

/** https://developer.hashicorp.com/terraform/language/functions, the part on dates that asks no clock. */
export const dates: FunctionTable = {
  formatdate: pure(([format, time]) => formatDate(text(format), instant(text(time))), 2),
  timeadd: pure(([time, duration]) => written(addTo(instant(text(time)), text(duration))), 2),
  timecmp: pure(([left, right]) => Math.sign(instant(text(left)).time - instant(text(right)).time), 2),
};

/** `time` in milliseconds since 1970, `offset` of its zone in minutes. */
interface Instant {
  readonly time: number;
  readonly offset: number;
}

const rfc3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function instant(value: string): Instant {
  const [, local, zone = 'Z'] = rfc3339.exec(value) ?? [];
  const time = local === undefined ? Number.NaN : Date.parse(`${local}${zone}`);
  if (Number.isNaN(time)) throw new EvaluationError(`${JSON.stringify(value)} is no time of RFC 3339`);
  return { time, offset: zone === 'Z' ? 0 : offsetOf(zone) };
}

const offsetOf = (zone: string): number =>
  (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));

/** The local time of an instant, as if it were UTC. */
const local = ({ time, offset }: Instant): Date => new Date(time + offset * 60_000);

const written = (at: Instant): string => local(at).toISOString().slice(0, 19) + zoneText(at, ':', 'Z');

function zoneText({ offset }: Instant, separator: string, utc: string): string {
  if (offset === 0) return utc;
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

const units: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 0.001,
  µs: 0.001,
  ns: 0.000_001,
};

function addTo({ time, offset }: Instant, duration: string): Instant {
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|us|µs|ns|h|m|s)/g)];
  const body = duration.replace(/^[+-]/, '');
  if (parts.length === 0 || parts.map(([all]) => all).join('') !== body)
    throw new EvaluationError(`${JSON.stringify(duration)} is no duration`);
  const length = parts.reduce(
    (total, [, count, unit = 's']) => total + Number(count) * (units[unit] ?? 0),
    0,
  );
  return { time: time + (duration.startsWith('-') ? -length : length), offset };
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Letters stand for parts of the time, text between single quotes and all else for itself. */
const formatDate = (format: string, at: Instant): string =>
  format.replaceAll(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (part: string, quoted: string | undefined) =>
    quoted === undefined ? partOf(part, at) : quoted.replaceAll("''", "'"),
  );

function partOf(part: string, at: Instant): string {
  const write = parts[part];
  if (write) return write(local(at), at);
  throw new EvaluationError(`formatdate() has no ${part}`);
}

const hours12 = (date: Date): number => date.getUTCHours() % 12 || 12;

const parts: Readonly<Record<string, (date: Date, at: Instant) => string>> = {
  YYYY: date => String(date.getUTCFullYear()).padStart(4, '0'),
  YY: date => two(date.getUTCFullYear() % 100),
  MMMM: date => months[date.getUTCMonth()] ?? '',
  MMM: date => (months[date.getUTCMonth()] ?? '').slice(0, 3),
  MM: date => two(date.getUTCMonth() + 1),
  M: date => String(date.getUTCMonth() + 1),
  DD: date => two(date.getUTCDate()),
  D: date => String(date.getUTCDate()),
  EEEE: date => days[date.getUTCDay()] ?? '',
  EEE: date => (days[date.getUTCDay()] ?? '').slice(0, 3),
  hh: date => two(date.getUTCHours()),
  h: date => String(date.getUTCHours()),
  HH: date => two(hours12(date)),
  H: date => String(hours12(date)),
  AA: date => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  aa: date => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  mm: date => two(date.getUTCMinutes()),
  m: date => String(date.getUTCMinutes()),
  ss: date => two(date.getUTCSeconds()),
  s: date => String(date.getUTCSeconds()),
  ZZZZZ: (_, at) => zoneText(at, ':', '+00:00'),
  ZZZZ: (_, at) => zoneText(at, '', '+0000'),
  ZZZ: (_, at) => zoneText(at, '', 'UTC'),
  Z: (_, at) => zoneText(at, ':', 'Z'),
};
