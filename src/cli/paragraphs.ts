import { reportDefaults } from '../report/options.ts';
import { wrap } from '../report/text/layout.ts';
import { styleOf, type Style } from '../report/text/style.ts';
import type { Display } from './display.ts';

/** Longer lines are hard to read, however wide the window is. */
const widest = 110;

export function proseStyle(display: Display): Style {
  return styleOf({ ...reportDefaults, ...display, width: Math.min(widest, display.width) });
}

/** A heading with prose under it, wrapped. Nothing when there is nothing to say. */
export function paragraph(title: string, text: string, style: Style): string {
  return text === '' ? '' : block(title, wrap(style.prose(text), style.width - 2), style);
}

/** A heading with lines under it as they are. */
export function block(title: string, lines: readonly string[], { paint }: Style): string {
  if (lines.length === 0) return '';
  return [paint('bold', title), ...lines.map(line => (line === '' ? '' : `  ${line}`))]
    .map(line => `${line}\n`)
    .join('');
}

/** Code from a file, line by line. */
export const codeLines = (code: string, { name }: Style): readonly string[] =>
  code.trimEnd().split('\n').map(name);
