import type { SourceFile, Span } from '../../model/source.ts';
import { directive, isContinuation, readDirective } from './directive.ts';
import type { Block, InlineWaiver } from './inline-waiver.ts';

/** A comment on one line. Offsets are those of the text; `text` comes without the mark. */
export interface LineComment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The waivers among the comments of a file, which are in the order of the text. One that stands right above a resource
 * belongs to it, and so does one inside of it; further lines of comment may go on with its fields.
 */
export function waiversInComments(
  file: SourceFile,
  comments: readonly LineComment[],
  blocks: readonly Block[],
): readonly InlineWaiver[] {
  return comments.flatMap((comment, index) => {
    const at = comment.text.indexOf(directive);
    if (at === -1 || comment.text.slice(0, at).trim() !== '') return [];
    const more = continuation(file, comments, index);
    const last = more.at(-1) ?? comment;
    const text = [comment.text.slice(at + directive.length), ...more.map(line => line.text)].join(' ');
    const block = blockOf(file, { start: comment.start, end: last.end }, blocks);
    const span: Span = { kind: 'span', file, start: comment.start, end: last.end };
    return [{ ...readDirective(text), at: span, ...(block && { target: block.span, name: block.name }) }];
  });
}

/** The comments on the lines right below that hold nothing but more fields. */
function continuation(
  { text }: SourceFile,
  comments: readonly LineComment[],
  index: number,
): readonly LineComment[] {
  const lines: LineComment[] = [];
  let before = comments[index];
  for (const next of comments.slice(index + 1)) {
    const between = before ? text.slice(before.end, next.start) : '';
    if (!isContinuation(next.text) || !/^\r?\n[ \t]*$/.test(between)) break;
    lines.push(next);
    before = next;
  }
  return lines;
}

function blockOf(
  file: SourceFile,
  comment: { readonly start: number; readonly end: number },
  blocks: readonly Block[],
): Block | undefined {
  const around = blocks.findLast(({ span }) => span.start <= comment.start && comment.end <= span.end);
  // A comment between two resources is no part of the first one, wherever that is taken to end.
  const next = blocks.find(({ span }) => span.start >= comment.end);
  if (next && isRightAbove(file, comment, next)) return next;
  if (around) return around;
  const before = blocks.findLast(({ span }) => span.start <= comment.start);
  return before && isBelow(file, comment, before) ? before : undefined;
}

/** Nothing but comments stands between, and the comment is not indented as a part of what is above it. */
function isRightAbove(
  { text }: SourceFile,
  { start, end }: { readonly start: number; readonly end: number },
  { span, column }: Block,
): boolean {
  const between = text.slice(end, span.start);
  const isAlone = /^[ \t]*$/.test(text.slice(lineStart(text, start), start));
  return (
    isAlone && start - lineStart(text, start) <= column && /^(?:\r?\n[ \t]*(?:(?:#|\/\/).*)?)+$/.test(between)
  );
}

/** On the last line of a resource, or on further lines that are indented as a part of it. */
function isBelow(
  { text }: SourceFile,
  { start }: { readonly start: number },
  { span, column }: Block,
): boolean {
  const between = text.slice(span.end, start);
  if (!between.includes('\n')) return true;
  const rest = between.slice(between.indexOf('\n'));
  return /^(?:\r?\n[ \t]*(?:(?:#|\/\/).*)?)+$/.test(rest) && start - lineStart(text, start) > column;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
