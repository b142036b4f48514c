import type { Severity } from '../../model/rule.ts';
import type { ReportOptions } from '../options.ts';
import { wrap } from './layout.ts';
import { printable, sentence } from './printable.ts';

/** SGR codes of ECMA-48. */
const codes = {
  bold: '1',
  dim: '2',
  red: '31',
  green: '32',
  yellow: '33',
  blue: '34',
  magenta: '35',
  cyan: '36',
  alarm: '1;31',
} as const;

export type Color = keyof typeof codes;

const unicode = {
  fail: '✗',
  unknown: '?',
  pass: '✓',
  none: '–',
  problem: '!',
  from: '←',
  to: '→',
  bar: '│',
  dot: '·',
  cut: '…',
} as const;

const plain: Record<keyof typeof unicode, string> = {
  fail: 'x',
  unknown: '?',
  pass: '+',
  none: '-',
  problem: '!',
  from: '<-',
  to: '->',
  bar: '|',
  dot: '|',
  cut: '...',
};

type Signs = typeof plain;

/** How one run writes to a terminal. */
export interface Style {
  readonly width: number;
  readonly signs: Signs;
  readonly paint: (color: Color, text: string) => string;
  /** A name or a line of code from outside, as one printable line. */
  readonly name: (text: string) => string;
  /** Prose from outside, as one printable line. */
  readonly prose: (text: string) => string;
}

export function styleOf({ color, width, ascii }: ReportOptions): Style {
  return {
    width: Math.max(40, width),
    signs: ascii ? plain : unicode,
    paint: color ? (name, text) => `\u001b[${codes[name]}m${text}\u001b[0m` : (_, text) => text,
    name: text => printable(text, ascii),
    prose: text => sentence(text, ascii),
  };
}

/** A line of our own, which goes on below itself with an indent. */
export function hang(text: string, { width }: Style): string[] {
  const [first = '', ...rest] = wrap(text, width);
  return [first, ...wrap(rest.join(' '), width - 2).flatMap(line => (line === '' ? [] : [`  ${line}`]))];
}

export const severityColor: Record<Severity, Color> = {
  critical: 'alarm',
  high: 'red',
  medium: 'yellow',
  low: 'blue',
};
