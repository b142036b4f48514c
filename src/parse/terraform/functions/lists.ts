import { convert } from '../terms/convert.ts';
import { isSet, same } from '../terms/same.ts';
import { distinct } from '../terms/sets.ts';
import { EvaluationError, isNull, tuple, type ListTerm, type Term } from '../terms/term.ts';
import { compareText, concat } from '../terms/text.ts';
import { typeOf, unify } from '../terms/type.ts';
import { holeIn, inNoOrder, lost, lostIn } from '../terms/unknown.ts';
import type { CallSite, FunctionTable } from './call-site.ts';
import { argument, closed, integer, isOpen, listOf, structural } from './structural.ts';

/** Terraform makes no longer ones. */
const maximumLength = 1024;

/** https://developer.hashicorp.com/terraform/language/functions, the part on lists. */
export const lists: FunctionTable = {
  chunklist: structural(
    (args, site) => closed(argument(args, 0), site, list => chunks(list, argument(args, 1), site)),
    2,
  ),
  coalesce: structural((args, site) => coalesce(args, site), 1, Infinity),
  coalescelist: structural((args, site) => coalesceList(args, site), 1, Infinity),
  compact: structural(([list], site) => compact(list, site), 1),
  concat: structural((args, site) => concatLists(args, site), 1, Infinity),
  contains: structural((args, site) => contains(argument(args, 0), argument(args, 1), site), 2),
  distinct: structural(([list], site) => mapped(list, site, items => distinct(items)), 1),
  element: structural(
    (args, site) => closed(argument(args, 0), site, list => element(list, argument(args, 1), site)),
    2,
  ),
  flatten: structural(([list], site) => flatten(list, site), 1),
  index: structural(
    (args, site) => closed(argument(args, 0), site, list => indexOf(list, argument(args, 1), site)),
    2,
  ),
  join: structural((args, site) => join(args, site), 1, Infinity),
  one: structural(([list], site) => one(list, site), 1),
  range: structural((args, site) => range(args, site), 1, 3),
  reverse: structural(([list], site) => mapped(list, site, items => items.toReversed()), 1),
  slice: structural((args, site) => closed(argument(args, 0), site, list => slice(list, args, site)), 3),
  sort: structural(([list], site) => mapped(list, site, items => sorted(items, site)), 1),
};

/** The same kind of list with other elements; unknown when the list is. */
function mapped(
  term: Term | undefined,
  site: CallSite,
  change: (items: readonly Term[]) => readonly Term[],
): Term {
  if (!term) throw new EvaluationError('an argument is missing', site.at);
  return closed(term, site, list => {
    const given = listOf(list, site.at);
    const form = given.form === 'set' ? 'list' : given.form;
    const changed: ListTerm = { ...given, form, items: change(given.items), at: site.at };
    const ordered = given.form !== 'set' && site.name === 'reverse';
    return ordered ? changed : inNoOrder(`${site.name}(…)`, changed, site.at);
  });
}

function chunks(list: Term, count: Term, site: CallSite): Term {
  const size = integer(count, site.at);
  if (size === undefined) return lostIn('chunklist(…)', count, site.at);
  if (size < 0) throw new EvaluationError('the size of chunklist() is negative', site.at);
  const { items } = listOf(list, site.at);
  const step = size === 0 ? Math.max(1, items.length) : size;
  const starts = Array.from({ length: Math.ceil(items.length / step) }, (_, index) => index * step);
  return tuple(
    starts.map(start => tuple(items.slice(start, start + step), site.at)),
    site.at,
  );
}

/** The first one that is neither null nor empty; all of them are brought to one type. */
function coalesce(args: readonly Term[], { name, at }: CallSite): Term {
  const type = unify(args.map(typeOf));
  for (const arg of args) {
    if (isSet(arg)) return arg;
    if (isOpen(arg)) return lostIn(`${name}(…)`, arg, at);
    if (!isEmpty(arg)) return type ? convert(arg, type, at) : arg;
  }
  throw new EvaluationError('coalesce() gets nothing that is set', at);
}

const isEmpty = (term: Term): boolean => isNull(term) || (term.kind === 'known' && term.value === '');

function coalesceList(args: readonly Term[], site: CallSite): Term {
  for (const arg of args) {
    if (isOpen(arg)) return lostIn('coalescelist(…)', arg, site.at);
    if (isNull(arg)) continue;
    const list = listOf(arg, site.at);
    if (list.items.length > 0) return list;
    if (list.rest) return lostIn('coalescelist(…)', list.rest, site.at);
  }
  throw new EvaluationError('coalescelist() gets no list that is not empty', site.at);
}

/** Without what is null or empty; what may be so is not known to be there. */
function compact(term: Term | undefined, site: CallSite): Term {
  if (!term || isOpen(term)) return lostIn('compact(…)', term ?? lost('nothing', site.at), site.at);
  const list = listOf(term, site.at);
  const items = list.items.filter(item => !isEmpty(item));
  const doubtful = items.find(item => item.kind !== 'known' && !isSet(item));
  const rest = list.rest ?? (doubtful && lostIn('compact(…)', doubtful, site.at));
  const kept = items.filter(item => item.kind === 'known' || isSet(item));
  return { kind: 'list', form: 'list', items: kept, at: site.at, ...(rest && { rest }) };
}

function concatLists(args: readonly Term[], { at }: CallSite): Term {
  const open = args.find(isOpen);
  const known = args.filter(arg => !isOpen(arg)).map(arg => listOf(arg, at));
  const rest = open ? lostIn('concat(…)', open, at) : known.find(list => list.rest)?.rest;
  const items = known.flatMap(list => list.items);
  const form = known.every(list => list.form !== 'tuple') ? 'list' : 'tuple';
  return { kind: 'list', form, items, at, ...(rest && { rest }) };
}

function contains(list: Term, value: Term, site: CallSite): Term {
  if (isOpen(list)) return lostIn('contains(…)', list, site.at);
  const { items, rest } = listOf(list, site.at);
  const answers = items.map(item => same(item, value));
  if (answers.includes(true)) return { kind: 'known', value: true, at: site.at, ...viaOf([list, value]) };
  const doubt = rest ?? items[answers.indexOf(undefined)];
  if (doubt) return lostIn('contains(…)', holeIn(value) ?? doubt, site.at);
  return { kind: 'known', value: false, at: site.at, ...viaOf([list, value]) };
}

function viaOf(terms: readonly Term[]): { via?: NonNullable<Extract<Term, { kind: 'known' }>['via']> } {
  const links = terms.flatMap(term => (term.kind === 'known' ? (term.via ?? []) : []));
  return links.length > 0 ? { via: links } : {};
}

function element(list: Term, index: Term, site: CallSite): Term {
  const { items } = listOf(list, site.at);
  const wanted = integer(index, site.at);
  if (wanted === undefined) return lostIn('element(…)', index, site.at);
  const item = items[((wanted % items.length) + items.length) % items.length];
  if (item) return item;
  throw new EvaluationError('element() of an empty list', site.at);
}

/** The elements of the lists inside of a list, at any depth. What is not known may be a list itself. */
function flatten(term: Term | undefined, site: CallSite): Term {
  if (!term || isOpen(term)) return lostIn('flatten(…)', term ?? lost('nothing', site.at), site.at);
  const list = listOf(term, site.at);
  const items: Term[] = [];
  const rest = flattenInto(list, items);
  return { kind: 'list', form: 'tuple', items, at: site.at, ...(rest && { rest }) };
}

function flattenInto(list: ListTerm, items: Term[]): ListTerm['rest'] {
  let { rest } = list;
  for (const item of list.items) {
    if (item.kind === 'list') rest = flattenInto(item, items) ?? rest;
    else if (item.kind === 'unknown') rest = item;
    else items.push(item);
  }
  return rest;
}

function indexOf(list: Term, value: Term, site: CallSite): Term {
  const { items } = listOf(list, site.at);
  const answers = items.map(item => same(item, value));
  const found = answers.findIndex(answer => answer !== false);
  if (found === -1) throw new EvaluationError('index() of something that the list does not hold', site.at);
  if (answers[found] === undefined) return lostIn('index(…)', items[found] ?? value, site.at);
  return { kind: 'known', value: found, at: site.at };
}

function join(args: readonly Term[], site: CallSite): Term {
  const [separator, ...parts] = args;
  if (separator?.kind !== 'known') return lostIn('join(…)', separator ?? lost('nothing', site.at), site.at);
  const open = parts.find(isOpen) ?? parts.find(part => part.kind === 'list' && part.rest);
  if (open) return lostIn('join(…)', open, site.at);
  const items = parts.flatMap(part => listOf(part, site.at).items);
  const pieces = items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
  if (items.some(item => item.kind === 'list' || item.kind === 'dict'))
    throw new EvaluationError('join() takes lists of texts', site.at);
  return concat(pieces, site.at);
}

function one(term: Term | undefined, site: CallSite): Term {
  if (!term || isOpen(term)) return lostIn('one(…)', term ?? lost('nothing', site.at), site.at);
  if (isNull(term)) return term;
  return closed(term, site, list => {
    const { items } = listOf(list, site.at);
    if (items.length > 1) throw new EvaluationError('one() of a list with several elements', site.at);
    return items[0] ?? { kind: 'known', value: null, at: site.at };
  });
}

function range(args: readonly Term[], { at }: CallSite): Term {
  const open = args.find(arg => arg.kind !== 'known');
  if (open) return lostIn('range(…)', open, at);
  const [first = 0, second, third] = args.map(arg => (arg.kind === 'known' ? Number(arg.value) : 0));
  const start = second === undefined ? 0 : first;
  const end = second ?? first;
  const step = third ?? (end < start ? -1 : 1);
  const count = step === 0 ? Number.NaN : Math.max(0, Math.ceil((end - start) / step));
  if (!(count <= maximumLength)) throw new EvaluationError('range() is too long', at);
  const items = Array.from({ length: count }, (_, index): Term => ({
    kind: 'known',
    value: start + index * step,
    at,
  }));
  return { kind: 'list', form: 'list', items, at };
}

function slice(list: Term, args: readonly Term[], site: CallSite): Term {
  const given = listOf(list, site.at);
  const start = integer(argument(args, 1), site.at);
  const end = integer(argument(args, 2), site.at);
  if (start === undefined || end === undefined) return lost('slice() at a place that is not known', site.at);
  if (start < 0 || end < start || end > given.items.length)
    throw new EvaluationError('slice() reaches out of its list', site.at);
  return { ...given, items: given.items.slice(start, end), at: site.at };
}

function sorted(items: readonly Term[], site: CallSite): readonly Term[] {
  const texts = items.map(item => convert(item, { kind: 'string' }, site.at));
  if (texts.some(item => item.kind !== 'known')) return texts;
  return texts.toSorted((left, right) => compareText(spelled(left), spelled(right)));
}

const spelled = (term: Term): string => (term.kind === 'known' ? String(term.value) : '');
