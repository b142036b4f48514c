import type { Span } from '../../../model/source.ts';
import { setOf } from '../terms/sets.ts';
import { isNull, object, type DictTerm, type Term } from '../terms/term.ts';
import { compareText } from '../terms/text.ts';

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

function blocksIn(term: Term | undefined): readonly DictTerm[] {
  return term?.kind === 'list' ? term.items.filter(item => item.kind === 'dict') : [];
}

/** What may be there besides the blocks that are known, under a key that cannot be known. */
const restOf = (term: Term | undefined): { rest?: NonNullable<DictTerm['rest']> } =>
  term?.kind === 'unknown' ? { rest: term } : term?.kind === 'list' && term.rest ? { rest: term.rest } : {};

function principals(term: Term | undefined, at: Span): Term | undefined {
  const lists = new Map<string, Term[]>();
  for (const { entries } of blocksIn(term)) {
    const type = entries.get('type');
    const ids = entries.get('identifiers');
    if (type?.kind === 'known' && ids) add(lists, String(type.value), ids);
  }
  const open = restOf(term);
  if (lists.size === 0 && !open.rest) return undefined;
  const everyone = lists.size === 1 ? lists.get('*')?.[0] : undefined;
  if (everyone?.kind === 'known' && everyone.value === '*') return everyone;
  return { ...object(merged(lists), at), ...open };
}

function conditions(term: Term | undefined, at: Span): Term | undefined {
  const tests = new Map<string, Map<string, Term[]>>();
  for (const { entries } of blocksIn(term)) {
    const [test, variable, values] = ['test', 'variable', 'values'].map(name => entries.get(name));
    if (test?.kind !== 'known' || variable?.kind !== 'known' || !values) continue;
    const of = tests.get(String(test.value)) ?? new Map<string, Term[]>();
    tests.set(String(test.value), of);
    add(of, String(variable.value), values);
  }
  const open = restOf(term);
  if (tests.size === 0 && !open.rest) return undefined;
  const entries = [...tests].map(([test, of]): [string, Term] => [test, object(merged(of, true), at)]);
  return { ...object(new Map(entries), at), ...open };
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
