import type { Snippet } from '../model/rule.ts';
import type { SourceFile } from '../model/source.ts';
import { unifyLineBreaks } from './line-breaks.ts';
import type { ScalarNode } from './node.ts';
import { spanOf } from './span.ts';

type Mark = Snippet['lines'][number];

/** How a scalar is written: its raw characters from `at` up to `end`. */
interface Written {
  readonly raw: string;
  readonly at: number;
  readonly end: number;
  readonly form: 'plain' | 'single' | 'double' | 'block';
}

/** A step over the raw text and the characters that it stands for. */
interface Step {
  readonly raw: number;
  readonly text: number;
}

/**
 * The text of a scalar with the way back into the file. The way is exact for every character, through
 * indentation, folding and quotes; an escape is at its backslash, what a line break became is at the break.
 */
export function snippetOf(file: SourceFile, node: ScalarNode): Snippet {
  const written = writtenAt(unifyLineBreaks(file.text), node);
  const text = node.value === null ? '' : node.source;
  return { text, at: spanOf(file, node), lines: marksOf(written, text) };
}

function marksOf(written: Written, text: string): Mark[] {
  const marks: Mark[] = [];
  let ahead = -1;
  let at = written.at;
  let of = 0;
  while (of < text.length && at < written.end) {
    const step = stepAt(written, at, text, of);
    if (at - of !== ahead && step.text > 0) marks.push({ text: of, file: at });
    if (step.text > 0) ahead = at - of;
    at += step.raw;
    of += step.text;
  }
  return marks.length > 0 ? marks : [{ text: 0, file: written.at }];
}

function writtenAt(raw: string, node: ScalarNode): Written {
  const at = skipProperties(raw, node);
  switch (raw.charAt(at)) {
    case '"':
      return { raw, at: at + 1, end: node.end - 1, form: 'double' };
    case "'":
      return { raw, at: at + 1, end: node.end - 1, form: 'single' };
    case '*':
      return { raw, at, end: at, form: 'plain' };
    default:
      return node.style === 'block'
        ? { raw, at: lineEnd(raw, at), end: node.end, form: 'block' }
        : { raw, at, end: node.end, form: 'plain' };
  }
}

/** Past the tag and the anchor, and the comments and breaks after them. */
function skipProperties(raw: string, { start, end }: ScalarNode): number {
  let at = start;
  while (at < end && /[!&#\s]/.test(raw.charAt(at))) {
    const skipped = /^(?:#.*|\S+|\s+)/.exec(raw.slice(at, end));
    at += skipped?.[0].length ?? 1;
  }
  return at;
}

function stepAt(written: Written, at: number, text: string, of: number): Step {
  const { raw, form } = written;
  const char = raw.charAt(at);
  if (isBlank(char)) return blankStep(written, at, text, of);
  if (form === 'single' && char === "'") return { raw: 2, text: 1 };
  return form === 'double' && char === '\\' ? escapeStep(raw, at) : { raw: 1, text: 1 };
}

/** White space is itself within a line; around a line break it folds. */
function blankStep({ raw, form }: Written, at: number, text: string, of: number): Step {
  const end = blanksEnd(raw, at);
  const breaks = raw.slice(at, end).split('\n').length - 1;
  if (breaks === 0) return { raw: end - at, text: end - at };
  const folded = form === 'block' ? blanksEnd(text, of) - of : Math.max(1, breaks - 1);
  return { raw: end - at, text: folded };
}

const isBlank = (char: string): boolean => char === ' ' || char === '\n' || char === '\t' || char === '\r';

function blanksEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charAt(at))) at += 1;
  return at;
}

function escapeStep(raw: string, at: number): Step {
  const [escape = '', code] = /^\\(?:\r?\n[ \t]*|x..|u.{4}|U(.{8})|.)/s.exec(raw.slice(at)) ?? [];
  if (escape.includes('\n')) return { raw: escape.length, text: 0 };
  return {
    raw: escape.length,
    text: code === undefined ? 1 : String.fromCodePoint(Number.parseInt(code, 16)).length,
  };
}

function lineEnd(raw: string, at: number): number {
  const end = raw.indexOf('\n', at);
  return end === -1 ? raw.length : end;
}
