import type { Origin } from '../../../model/source.ts';
import type { List, Known, Text, Value } from '../../../model/value.ts';
import { lost } from '../compose.ts';
import { scalarText } from '../text.ts';

/** The pieces of a text; of one with holes those before the first hole are known. */
export function splitText(source: Value | undefined, delimiter: string, at: Origin): List {
  if (source?.kind === 'known') return pieces(source, delimiter, at);
  const complete = source?.kind === 'text' ? beginning(source, delimiter) : [];
  const rest = lost('unresolved-value', [{ what: 'Fn::Split', at }, ...whyOf(source, at)], at);
  return { kind: 'list', items: complete.map(value => ({ kind: 'known', value, at })), rest, at };
}

function pieces(source: Known, delimiter: string, at: Origin): List {
  const items: Value[] = [];
  for (const value of scalarText(source).split(delimiter)) items.push({ ...source, value, at });
  return { kind: 'list', items, at };
}

function beginning({ parts }: Text, delimiter: string): string[] {
  const [first] = parts;
  return typeof first === 'string' ? first.split(delimiter).slice(0, -1) : [];
}

function whyOf(source: Value | undefined, at: Origin) {
  if (source?.kind === 'unknown') return source.chain;
  const hole = source?.kind === 'text' ? source.parts.find(part => typeof part !== 'string') : undefined;
  return hole?.kind === 'unknown' ? hole.chain : [{ what: 'a text of which only parts are known', at }];
}
