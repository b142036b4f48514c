import type { Node } from '../node.ts';
import { colon } from './characters.ts';
import { beyond } from './cursor.ts';
import type { Cursor } from './cursor.ts';

/** A short tag, without its `!`; leaves the cursor behind it. */
export function tagAt(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.at + 1;
  let at = start;
  while (isTagCharacter(text.charCodeAt(at))) at += 1;
  if (at === start) throw beyond;
  cursor.at = at;
  return text.slice(start, at);
}

const isTagCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= colon);

/** The node as its tag makes it: a scalar under a short tag is text. */
export function withTag(node: Node, tag: string, start: number): Node {
  const { end } = node;
  switch (node.kind) {
    case 'map':
      return { kind: 'map', start, end, entries: node.entries, tag };
    case 'list':
      return { kind: 'list', start, end, items: node.items, tag };
    case 'scalar':
      return { kind: 'scalar', start, end, value: node.source, source: node.source, style: node.style, tag };
  }
}
