import type { Origin } from '../../model/source.ts';
import type { Dict, Known, Link, List, Value } from '../../model/value.ts';
import { lost, move } from './compose.ts';
import { combinations, maximumCombinations, spread } from './spread.ts';

/** Longer texts are not built: no template that deploys comes near. */
const maximumLength = 1_000_000;

type Part = string | Value;

/** One string out of pieces of which some may not be known. */
export function concat(parts: readonly Part[], at: Origin): Value {
  const values = parts.filter(part => typeof part !== 'string');
  if (combinations(values) > maximumCombinations) return join(parts, at);
  return spread(values, at, plain => {
    let next = 0;
    return join(
      parts.map(part => (typeof part === 'string' ? part : (plain[next++] ?? part))),
      at,
    );
  });
}

/** A string as it is written: only `{{resolve:…}}` in it is not known. */
export function written(text: string, at: Origin): Value {
  return text.includes('{{resolve:') ? join([text], at) : { kind: 'known', value: text, at };
}

/** The string that a known scalar becomes inside another one. */
export const scalarText = ({ value }: Known): string => (value === null ? '' : String(value));

interface Draft {
  readonly parts: Part[];
  readonly via: Link[];
  sensitive: boolean;
  length: number;
}

function join(parts: readonly Part[], at: Origin): Value {
  const draft: Draft = { parts: [], via: [], sensitive: false, length: 0 };
  for (const part of parts) add(draft, part);
  if (draft.length > maximumLength) {
    return lost(
      'unresolved-value',
      [{ what: `a text of more than ${maximumLength} characters`, at }],
      at,
      true,
    );
  }
  const resolved = withoutLookups(draft.parts, at);
  return collapse({ ...draft, parts: resolved }, at);
}

function add(draft: Draft, part: Part): void {
  if (draft.length > maximumLength) return;
  if (typeof part === 'string') addLiteral(draft, part);
  else if (part.kind === 'text') for (const piece of part.parts) add(draft, piece);
  else if (part.kind === 'known') addKnown(draft, part);
  else if (part.kind === 'list' || part.kind === 'dict') draft.parts.push(noText(part));
  else if (part.kind !== 'absent') draft.parts.push(part);
}

function addKnown(draft: Draft, part: Known): void {
  for (const link of part.via ?? []) if (!draft.via.includes(link)) draft.via.push(link);
  if (part.sensitive) draft.sensitive = true;
  addLiteral(draft, scalarText(part));
}

function noText({ kind, at }: List | Dict): Value {
  const what = `a ${kind === 'list' ? 'list' : 'map'} where a text is needed`;
  return at
    ? lost('parse-error', [{ what, at }], at)
    : { kind: 'unknown', cause: 'parse-error', chain: [{ what }] };
}

function addLiteral(draft: Draft, text: string): void {
  if (text === '') return;
  draft.length += text.length;
  const last = draft.parts.at(-1);
  if (typeof last === 'string') draft.parts[draft.parts.length - 1] = last + text;
  else draft.parts.push(text);
}

function collapse({ parts, via, sensitive }: Draft, at: Origin): Value {
  const [first] = parts;
  if (parts.length === 1 && typeof first === 'object') return move(first, at);
  if (parts.length > 1 || typeof first === 'object') return textOf(parts, sensitive, at);
  const known: Known = { kind: 'known', value: first ?? '', at };
  const traced: Known = via.length > 0 ? { ...known, via } : known;
  return sensitive ? { ...traced, sensitive } : traced;
}

/** The literal pieces around a secret stay together with it, so that none is printed. */
function textOf(parts: readonly Part[], sensitive: boolean, at: Origin): Value {
  if (!sensitive) return { kind: 'text', parts, at };
  const hidden = parts.map(part =>
    typeof part === 'string' ? ({ kind: 'known', value: part, sensitive: true, at } as const) : part,
  );
  return { kind: 'text', parts: hidden, at };
}

/** A character that no text holds stands for the pieces that are not known, so that one pattern sees the whole. */
const hole = '\uFFFF';

function withoutLookups(parts: readonly Part[], at: Origin): Part[] {
  if (!parts.some(part => typeof part === 'string' && part.includes('{{resolve:'))) return [...parts];
  const holes = parts.filter(part => typeof part !== 'string');
  const whole = parts.map(part => (typeof part === 'string' ? part.replaceAll(hole, '') : hole)).join('');
  const result: Part[] = [];
  for (const piece of whole.split(/(\{\{resolve:[^}]*\}\}|\uFFFF)/)) {
    if (piece === hole) result.push(...holes.splice(0, 1));
    else if (piece.startsWith('{{resolve:') && piece.endsWith('}}')) {
      holes.splice(0, piece.split(hole).length - 1);
      result.push(lookup(piece.replaceAll(hole, '…'), at));
    } else if (piece !== '') result.push(piece);
  }
  return result;
}

function lookup(what: string, at: Origin): Value {
  return lost(
    'unresolved-value',
    [{ what: `${what} is looked up when the stack is deployed`, at }],
    at,
    true,
  );
}
