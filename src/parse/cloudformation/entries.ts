import type { Span } from '../../model/source.ts';
import type { Unknown, Value } from '../../model/value.ts';
import type { Entry, MapNode, Node } from '../../syntax/node.ts';
import { spanOfEntry, spanOf } from '../../syntax/span.ts';
import { lost } from './compose.ts';
import { isLoop } from './intrinsic.ts';
import { substitute, textOf } from './loops.ts';
import type { Entries, Placed, Scope } from './scope.ts';
import { scalarText } from './text.ts';
import { transform } from './transform.ts';
import { malformed } from './trouble.ts';

/** AWS allows no more products of loops than a template may have resources; twice that is certainly a mistake. */
const maximumRounds = 1_000;

/** The entries of a map, with its loops unrolled and what it includes put in place. Of duplicate keys of one file the last counts. */
export function entriesOf(node: MapNode, scope: Scope): Entries {
  if (isPlain(node, scope)) return { list: node.entries.map(entry => place(entry, scope)) };
  const draft: Draft = {
    list: [],
    rest: undefined,
    macro: undefined,
    overlay: undefined,
    rounds: maximumRounds,
  };
  collect(node, scope, draft);
  return finished(draft);
}

/** True when the entries of a map are just what is written. */
export function isPlain({ entries }: MapNode, { loops }: Scope): boolean {
  if (loops) return false;
  for (const { key } of entries) if (key.startsWith('Fn::')) return false;
  return true;
}

interface Draft {
  readonly list: Placed[];
  rest: Unknown | undefined;
  macro: Unknown | undefined;
  /** An include that is not in view: it may bring the keys that are written too. */
  overlay: Unknown | undefined;
  rounds: number;
}

function finished({ list, rest, macro, overlay }: Draft): Entries {
  const all = macro ?? overlay;
  const doubts = all ? new Map(list.map(({ key, at }) => [key, { ...all, at }])) : clashes(list);
  return { list, ...(rest && { rest }), ...(macro && { macro }), ...(doubts.size > 0 && { doubts }) };
}

/** What is written beside an include and brought by it too: nothing says which of the two AWS takes. */
function clashes(list: readonly Placed[]): ReadonlyMap<string, Unknown> {
  const before = new Map<string, Placed>();
  const doubts = new Map<string, Unknown>();
  for (const placed of list) {
    const { key, at, scope } = placed;
    const other = before.get(key);
    if (other && other.scope.includes !== scope.includes) {
      const what = `${key} stands beside an AWS::Include that brings it too`;
      doubts.set(key, lost('unresolved-value', [{ what, at: other.at }], at));
    }
    before.set(key, placed);
  }
  return doubts;
}

const place = (entry: Entry, scope: Scope): Placed => ({
  key: scope.loops ? substitute(entry.key, scope) : entry.key,
  at: spanOfEntry(scope.file, entry),
  node: entry.value,
  scope,
});

function collect(node: MapNode, scope: Scope, draft: Draft): void {
  for (const entry of node.entries) {
    if (isLoop(entry.key)) unroll(entry, scope, draft);
    else if (entry.key === 'Fn::Transform') transformed(entry, scope, draft);
    else if (entry.key.startsWith('Fn::')) draft.rest ??= stray(entry, scope);
    else draft.list.push(place(entry, scope));
  }
}

/** A function stands alone in its map; beside other keys nobody can say what is meant. */
const stray = (entry: Entry, scope: Scope): Unknown =>
  malformed(scope, spanOfEntry(scope.file, entry), `${entry.key} stands beside other keys`);

function transformed(entry: Entry, scope: Scope, draft: Draft): void {
  const outcome = transform(entry.value, scope, spanOfEntry(scope.file, entry));
  switch (outcome.kind) {
    case 'included':
      return collect(outcome.node, outcome.scope, draft);
    case 'out-of-view':
      draft.rest ??= outcome.because;
      draft.overlay ??= outcome.because;
      return undefined;
    case 'macro':
      draft.rest ??= outcome.because;
      draft.macro ??= outcome.because;
      return undefined;
  }
}

/** `Fn::ForEach::Name: [identifier, collection, body]`; the body is a map whose keys name the identifier. */
function unroll(entry: Entry, scope: Scope, draft: Draft): void {
  const at = spanOfEntry(scope.file, entry);
  const [name, collection, body] = entry.value.kind === 'list' ? entry.value.items : [];
  const identifier = textOf(name, scope);
  if (identifier === undefined || !collection || body?.kind !== 'map') {
    draft.rest ??= malformed(scope, at, `${entry.key} needs an identifier, a collection and a map`);
    return;
  }
  const { values, rest } = rounds(collection, scope, at);
  for (const value of values) {
    if (!hasRound(draft, scope)) return stopped(draft, entry.key, at);
    collect(body, { ...scope, loops: new Map(scope.loops).set(identifier, value) }, draft);
  }
  draft.rest ??= rest;
}

function stopped(draft: Draft, loop: string, at: Span): void {
  const what = `${loop} makes more than ${maximumRounds} entries`;
  draft.rest ??= lost('unresolved-value', [{ what, at }], at);
}

function hasRound(draft: Draft, { instance: { run } }: Scope): boolean {
  draft.rounds -= 1;
  run.budget.rounds -= 1;
  return draft.rounds >= 0 && run.budget.rounds >= 0;
}

interface Rounds {
  readonly values: readonly string[];
  readonly rest?: Unknown;
}

function rounds(collection: Node, scope: Scope, at: Span): Rounds {
  const list = scope.instance.value(collection, scope, spanOf(scope.file, collection));
  if (list.kind !== 'list') return { values: [], rest: unseen(list, at) };
  // A list parameter inside the collection stands for its elements.
  const items = list.items.flatMap(item => (item.kind === 'list' ? item.items : [item]));
  const values = items.flatMap(item => (item.kind === 'known' ? [scalarText(item)] : []));
  if (values.length === items.length && !list.rest) return { values };
  const lostItem = items.find(item => item.kind !== 'known') ?? list.rest;
  return { values, rest: lostItem ? unseen(lostItem, at) : lost('unresolved-value', [], at) };
}

function unseen(value: Value, at: Span): Unknown {
  const chain = value.kind === 'unknown' ? value.chain : [{ what: 'its collection is not decided', at }];
  return lost('unresolved-value', [{ what: 'Fn::ForEach', at }, ...chain], at);
}
