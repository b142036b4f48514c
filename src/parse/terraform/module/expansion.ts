import type { Span } from '../../../model/source.ts';
import { always, type Condition, type Link, type Unknown } from '../../../model/value.ts';
import { elementsOf, type Element } from '../expressions/elements.ts';
import type { Scope } from '../expressions/scope.ts';
import { attributeAt, type Item, type ItemAttribute } from '../source/item.ts';
import { move } from '../terms/move.ts';
import { optionsOf, spread } from '../terms/spread.ts';
import { EvaluationError, isChoice, object, type Term } from '../terms/term.ts';
import { holeIn, lost, lostIn } from '../terms/unknown.ts';
import { conditionOf } from './condition.ts';

/** One of the things that a block with `count` or `for_each` makes. */
export interface Each {
  /** What stands behind the address: nothing, `[0]`, `["a"]`, or `[*]` for those that are not known. */
  readonly suffix: string;
  /** `count` or `each`, for its expressions. */
  readonly names: Readonly<Record<string, Term>>;
  readonly exists: Condition;
}

export interface Expansion {
  readonly kind: 'single' | 'count' | 'each';
  readonly list: readonly Each[];
  /** Why there may be others; `[*]` stands for them. */
  readonly open?: Unknown;
  /** The value of `count` or `for_each`, where it is a choice. */
  readonly by?: Term;
}

/** More instances of one block are not made. */
const maximumInstances = 1000;

/** The instances of a block. */
export function expand(item: Item, scope: (place: ItemAttribute) => Scope, key: string): Expansion {
  const count = item.attributes.get('count');
  const forEach = item.attributes.get('for_each');
  if (count) return expanded(count, 'count', { scope: scope(count), key });
  if (forEach) return expanded(forEach, 'each', { scope: scope(forEach), key });
  return { kind: 'single', list: [{ suffix: '', names: {}, exists: always }] };
}

interface Frame {
  readonly scope: Scope;
  /** Identity of the block in a run. */
  readonly key: string;
}

function expanded(place: ItemAttribute, kind: 'count' | 'each', { scope, key }: Frame): Expansion {
  const at = attributeAt(place);
  const term = scope.machine.evaluate(place.attribute.value, scope);
  const worlds = leaves(term);
  const sets = worlds.map(world => (kind === 'count' ? counted(world, at) : keyed(world, at)));
  const open = sets.find(set => set.open)?.open;
  const keys = new Map<string, Element>();
  for (const { list } of sets)
    for (const [suffix, element] of list) if (!keys.has(suffix)) keys.set(suffix, element);
  const make = kind === 'count' ? counted : keyed;
  const list = [...keys].map(([suffix, element]): Each => {
    const value = chosen(term, at, world => make(world, at).list.get(suffix));
    return { suffix, names: namesOf(kind, element, value, at), exists: existence(term, at, suffix, make) };
  });
  const undecided = isChoice(term) ? { by: term } : {};
  return open
    ? { kind, list: [...list, openInstance(kind, open, key)], open, ...undecided }
    : { kind, list, ...undecided };
}

/** What a term can turn out to be. */
const leaves = (term: Term): readonly Term[] => (isChoice(term) ? optionsOf(term).flatMap(leaves) : [term]);

interface Instances {
  /** By what stands behind the address. */
  readonly list: ReadonlyMap<string, Element>;
  readonly open?: Unknown;
}

const none: ReadonlyMap<string, Element> = new Map();

function counted(term: Term, at: Span): Instances {
  if (holeIn(term)) return { list: none, open: lostIn('count', term, at) };
  const count = term.kind === 'known' && term.value !== null ? Number(term.value) : Number.NaN;
  if (!Number.isInteger(count) || count < 0) throw new EvaluationError('count is no whole number', at);
  if (count > maximumInstances) return { list: none, open: tooMany(at) };
  const list = Array.from({ length: count }, (_, index): [string, Element] => {
    const key: Term = { kind: 'known', value: index, at };
    return [`[${index}]`, { key, value: key }];
  });
  return { list: new Map(list) };
}

const tooMany = (at: Span): Unknown => lost(`more than ${maximumInstances} instances of one block`, at);

function keyed(term: Term, at: Span): Instances {
  if (term.kind === 'list' && term.form !== 'set')
    throw new EvaluationError('for_each takes a map or a set, and this is a list', at);
  const { list: all, rest } = elementsOf(term, at);
  if (all.length > maximumInstances) return { list: none, open: tooMany(at) };
  const list = new Map<string, Element>();
  let open: Unknown | undefined = rest && lostIn('for_each', rest, at);
  for (const element of all) {
    if (element.key.kind === 'known') list.set(`[${JSON.stringify(String(element.key.value))}]`, element);
    else open = lostIn('for_each', element.key, at);
  }
  return { list, ...(open && { open }) };
}

/** What each world has; a world that has nothing is one in which nobody asks. */
function chosen(term: Term, at: Span, pick: (world: Term) => Element | undefined): Term | undefined {
  return spread([term], at, ([world]) => {
    const element = world && pick(world);
    if (element) return element.value;
    throw new EvaluationError('this instance does not exist', at);
  });
}

function namesOf(kind: 'count' | 'each', element: Element, value: Term | undefined, at: Span): Each['names'] {
  if (kind === 'count') return { count: object(new Map([['index', element.key]]), at) };
  const link: Link = { what: 'for_each', at };
  return {
    each: object(
      new Map([
        ['key', move(element.key, at, link)],
        ['value', move(value ?? element.value, at, link)],
      ]),
      at,
    ),
  };
}

function existence(
  term: Term,
  at: Span,
  suffix: string,
  make: (world: Term, at: Span) => Instances,
): Condition {
  if (!isChoice(term)) return always;
  return conditionOf(
    spread([term], at, ([world]) => {
      const instances = world && make(world, at);
      const isThere = instances?.list.has(suffix) ?? false;
      return instances?.open && !isThere ? instances.open : { kind: 'known', value: isThere };
    }),
  );
}

/** Stands for all instances that are not known. */
function openInstance(kind: 'count' | 'each', open: Unknown, key: string): Each {
  const [because = { what: `${kind} is not known` }] = open.chain;
  const names: Record<string, Term> =
    kind === 'count'
      ? { count: object(new Map([['index', open]])) }
      : {
          each: object(
            new Map<string, Term>([
              ['key', { ...open, set: true }],
              ['value', open],
            ]),
          ),
        };
  return { suffix: '[*]', names, exists: { kind: 'open', choice: `${key}[*]`, because } };
}
