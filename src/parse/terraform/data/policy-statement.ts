import type { Span } from '../../../model/source.ts';
import { setOf } from '../terms/sets.ts';
import { isNull, object, type DictTerm, type Term } from '../terms/term.ts';
import { compareText } from '../terms/text.ts';
import { lostIn } from '../terms/unknown.ts';

/** A `statement` block in the words of a policy. */
export function statementOf({ entries }: DictTerm, at: Span): DictTerm {
  const made: [string, Term | undefined][] = [
    ['Action', some(entries.get('actions'))],
    ['Condition', conditions(entries.get('condition'), at)],
    ['Effect', set(entries.get('effect')) ?? { kind: 'known', value: 'Allow', at }],
    ['NotAction', some(entries.get('not_actions'))],
    ['NotPrincipal', principals(entries.get('not_principals'), at)],
    ['NotResource', some(entries.get('not_resources'))],
    ['Principal', principals(entries.get('principals'), at)],
    ['Resource', some(entries.get('resources'))],
    ['Sid', named(entries.get('sid'))],
  ];
  const present = made.flatMap(([key, term]): [string, Term][] => (term ? [[key, term]] : []));
  return object(new Map(present), at);
}

const set = (term: Term | undefined): Term | undefined => (term && !isNull(term) ? term : undefined);

const named = (term: Term | undefined): Term | undefined =>
  set(term) && !(term?.kind === 'known' && term.value === '') ? term : undefined;

/** One element stands alone, several are a list from the last to the first; no element is nothing. */
function some(term: Term | undefined): Term | undefined {
  const given = set(term);
  if (given?.kind !== 'list') return given;
  if (given.rest) return given;
  const items = setOf(given.items).items.toReversed();
  const [first] = items;
  if (!first) return undefined;
  return items.length === 1 ? first : { ...given, items };
}

/** The blocks that are known, and why there may be others. */
interface Blocks {
  readonly known: readonly DictTerm[];
  readonly rest?: DictTerm['rest'];
}

function blocksIn(what: string, term: Term | undefined, at: Span): Blocks {
  if (!term || isNull(term)) return { known: [] };
  if (term.kind !== 'list') return { known: [], rest: lostIn(what, term, at) };
  const other = term.rest ?? term.items.find(item => item.kind !== 'dict');
  const known = term.items.filter(item => item.kind === 'dict');
  return other ? { known, rest: lostIn(what, other, at) } : { known };
}

function principals(term: Term | undefined, at: Span): Term | undefined {
  const lists = new Map<string, Term[]>();
  const { known, rest } = blocksIn('the principals', term, at);
  let doubt = rest;
  for (const { entries } of known) {
    const [type = missing, ids = missing] = [entries.get('type'), entries.get('identifiers')];
    if (type.kind === 'known') add(lists, String(type.value), ids);
    else doubt = lostIn('the type of a principal', type, at);
  }
  if (lists.size === 0 && !doubt) return undefined;
  return everyoneIn(lists) ?? { ...object(merged(lists), at), ...(doubt && { rest: doubt }) };
}

function everyoneIn(lists: ReadonlyMap<string, readonly Term[]>): Term | undefined {
  const everyone = lists.size === 1 ? lists.get('*')?.[0] : undefined;
  return everyone?.kind === 'known' && everyone.value === '*' ? everyone : undefined;
}

const missing: Term = { kind: 'known', value: null };

function conditions(term: Term | undefined, at: Span): Term | undefined {
  const tests = new Map<string, Map<string, Term[]>>();
  const { known, rest } = blocksIn('the conditions', term, at);
  let doubt = rest;
  for (const block of known) doubt = addCondition(tests, block, at) ?? doubt;
  if (tests.size === 0 && !doubt) return undefined;
  const entries = [...tests].map(([test, of]): [string, Term] => [test, object(merged(of, true), at)]);
  return { ...object(new Map(entries), at), ...(doubt && { rest: doubt }) };
}

/** Why it cannot be added, where it cannot. */
function addCondition(
  tests: Map<string, Map<string, Term[]>>,
  { entries }: DictTerm,
  at: Span,
): DictTerm['rest'] {
  const [test = missing, variable = missing, values = missing] = ['test', 'variable', 'values'].map(name =>
    entries.get(name),
  );
  if (test.kind !== 'known' || variable.kind !== 'known')
    return lostIn('what a condition tests', test.kind === 'known' ? variable : test, at);
  const of = tests.get(String(test.value)) ?? new Map<string, Term[]>();
  tests.set(String(test.value), of);
  add(of, String(variable.value), values);
  return undefined;
}

function add(lists: Map<string, Term[]>, key: string, values: Term): void {
  const items = values.kind === 'list' ? [...values.items, ...(values.rest ? [values.rest] : [])] : [values];
  lists.set(key, [...(lists.get(key) ?? []), ...items]);
}

function merged(lists: ReadonlyMap<string, readonly Term[]>, keepOrder = false): ReadonlyMap<string, Term> {
  return new Map(
    [...lists]
      .toSorted(([left], [right]) => compareText(left, right))
      .map(([key, items]): [string, Term] => {
        const ordered = keepOrder ? items : setOf(items).items.toReversed();
        const [first] = ordered;
        return [key, first && ordered.length === 1 ? first : { kind: 'list', form: 'tuple', items: ordered }];
      }),
  );
}
