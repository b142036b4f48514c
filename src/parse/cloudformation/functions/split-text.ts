import type { Origin } from '../../../model/source.ts';
import type { Known, List, Text, Value } from '../../../model/value.ts';
import { concat, scalarText } from '../text.ts';
import { lostIn } from '../why.ts';

/**
 * The pieces of a text. A hole of it may hold the delimiter, so that only the pieces before it are known;
 * holes of shape `segment` hold neither `:` nor `/`.
 */
export function splitText(source: Value | undefined, delimiter: string, at: Origin): List {
  if (source?.kind === 'known') return pieces(source, delimiter, at);
  const { parts, stopped } =
    source?.kind === 'text' ? cut(source, delimiter) : { parts: [], stopped: source };
  const items = parts.map(piece => concat(piece, at));
  if (source?.kind === 'text' && !stopped) return { kind: 'list', items, at };
  return {
    kind: 'list',
    items,
    rest: lostIn('Fn::Split', stopped, at),
    at,
  };
}

function pieces(source: Known, delimiter: string, at: Origin): List {
  const items: Value[] = [];
  for (const value of scalarText(source).split(delimiter)) items.push({ ...source, value, at });
  return { kind: 'list', items, at };
}

type Part = string | Value;

/** The complete pieces, and the hole that ends them. */
function cut({ parts }: Text, delimiter: string): { parts: Part[][]; stopped?: Value } {
  const complete: Part[][] = [];
  let current: Part[] = [];
  for (const part of parts) {
    if (typeof part !== 'string') {
      if (!isSegment(part, delimiter)) return { parts: complete, stopped: part };
      current.push(part);
      continue;
    }
    const [first = '', ...others] = part.split(delimiter);
    current.push(first);
    for (const other of others) {
      complete.push(current);
      current = [other];
    }
  }
  return { parts: [...complete, current] };
}

const isSegment = (hole: Value, delimiter: string): boolean =>
  (delimiter === ':' || delimiter === '/') && hole.kind === 'unknown' && hole.shape === 'segment';
