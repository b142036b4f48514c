import { convert, describe } from '../terms/convert.ts';
import { same } from '../terms/same.ts';
import { EvaluationError, isNull, object, tuple, type DictTerm, type Term } from '../terms/term.ts';
import { compareText } from '../terms/text.ts';
import { typeOf, unify } from '../terms/type.ts';
import { lost, lostIn } from '../terms/unknown.ts';
import type { CallSite, FunctionTable } from './call-site.ts';
import { characters } from './strings.ts';
import { argument, closed, dictOf, isOpen, listOf, structural } from './structural.ts';

/** https://developer.hashicorp.com/terraform/language/functions, the part on maps, and what takes both. */
export const maps: FunctionTable = {
  keys: structural(
    ([map], site) => closed(argument([map ?? nothing], 0), site, given => keysOf(given, site)),
    1,
  ),
  length: structural(([value], site) => lengthOf(value ?? nothing, site), 1),
  lookup: structural((args, site) => lookup(args, site), 2, 3),
  matchkeys: structural((args, site) => matchKeys(args, site), 3),
  merge: structural((args, site) => merge(args, site), 0, Infinity),
  transpose: structural(([map], site) => closed(map ?? nothing, site, given => transpose(given, site)), 1),
  values: structural(([map], site) => closed(map ?? nothing, site, given => valuesOf(given, site)), 1),
  zipmap: structural((args, site) => zipmap(args, site), 2),
};

const nothing: Term = { kind: 'known', value: null };

const sortedEntries = ({ entries }: DictTerm): readonly (readonly [string, Term])[] =>
  [...entries].toSorted(([left], [right]) => compareText(left, right));

function keysOf(map: Term, { at }: CallSite): Term {
  const given = dictOf(map, at);
  const items = sortedEntries(given).map(([value]): Term => ({ kind: 'known', value, at }));
  return { ...tuple(items, at), form: given.form === 'map' ? 'list' : 'tuple' };
}

function valuesOf(map: Term, { at }: CallSite): Term {
  const given = dictOf(map, at);
  const items = sortedEntries(given).map(([, value]) => value);
  return { ...tuple(items, at), form: given.form === 'map' ? 'list' : 'tuple' };
}

function lengthOf(term: Term, site: CallSite): Term {
  const { at } = site;
  return closed(term, site, given => {
    if (given.kind === 'list') {
      // Two elements of a set that are not known yet may turn out the same.
      if (
        given.form === 'set' &&
        given.items.length > 1 &&
        given.items.some(item => item.kind !== 'known' && item.kind !== 'dict')
      )
        return lostIn('length(…)', given, at);
      return { kind: 'known', value: given.items.length, at };
    }
    if (given.kind === 'dict') return { kind: 'known', value: given.entries.size, at };
    if (given.kind === 'known' && typeof given.value === 'string')
      return { kind: 'known', value: characters(given.value).length, at };
    throw new EvaluationError(`length() of ${describe(given)}`, at);
  });
}

function lookup(args: readonly Term[], { at }: CallSite): Term {
  const map = argument(args, 0);
  const key = argument(args, 1);
  const fallback = args[2];
  if (isOpen(map)) return lostIn('lookup(…)', map, at);
  const given = dictOf(map, at);
  if (key.kind !== 'known') return lostIn('lookup(…)', key, at);
  const found = given.entries.get(String(key.value));
  if (found) return given.form === 'map' && fallback ? likeValues(found, given, at) : found;
  if (given.rest) return lostIn('lookup(…)', given.rest, at);
  if (!fallback) throw new EvaluationError(`the map has no ${JSON.stringify(key.value)}`, at);
  return given.form === 'map' ? likeValues(fallback, given, at) : fallback;
}

/** The elements of a map have one type, and so has what stands for one. */
function likeValues(term: Term, { entries }: DictTerm, at: CallSite['at']): Term {
  const type = unify([...entries.values()].map(typeOf));
  return type && type.kind !== 'any' && entries.size > 0 ? convert(term, type, at) : term;
}

function matchKeys(args: readonly Term[], site: CallSite): Term {
  const open = args.find(isOpen);
  if (open) return lostIn('matchkeys(…)', open, site.at);
  const [values, keys, wanted] = [0, 1, 2].map(index => listOf(argument(args, index), site.at));
  if (!values || !keys || !wanted) throw new EvaluationError('an argument is missing', site.at);
  if (values.items.length !== keys.items.length)
    throw new EvaluationError('matchkeys() takes as many keys as values', site.at);
  const items = values.items.filter((_, index) =>
    wanted.items.some(want => same(keys.items[index] ?? nothing, want) === true),
  );
  return { ...values, items, at: site.at };
}

/**
 * Later maps win. A map that is not known leaves open what the ones before it gave, and what else there is.
 */
function merge(args: readonly Term[], site: CallSite): Term {
  const entries = new Map<string, Term>();
  let rest: DictTerm['rest'];
  for (const arg of args) {
    if (isNull(arg)) continue;
    const open = isOpen(arg) ? lostIn('merge(…)', arg, site.at) : arg.kind === 'dict' ? arg.rest : undefined;
    if (open) {
      rest = open;
      for (const key of entries.keys())
        entries.set(key, lost(`${key} of merge(…)`, site.at, { chain: open.chain }));
    }
    if (!isOpen(arg)) for (const [key, value] of dictOf(arg, site.at).entries) entries.set(key, value);
  }
  return finished(args, { ...object(entries, site.at), ...(rest && { rest }) }, site);
}

/** Of maps of one type the result is a map, too. */
function finished(args: readonly Term[], merged: DictTerm, { at }: CallSite): Term {
  const dicts = args.filter(arg => arg.kind === 'dict');
  const areMaps =
    dicts.length > 0 && dicts.every(({ form }) => form === 'map') && dicts.length === args.length;
  return areMaps ? convert(merged, { kind: 'map', of: { kind: 'any' } }, at) : merged;
}

function transpose(map: Term, site: CallSite): Term {
  const lists = new Map<string, Term[]>();
  for (const [key, value] of sortedEntries(dictOf(map, site.at))) {
    for (const item of listOf(value, site.at).items) {
      if (item.kind !== 'known') return lostIn('transpose(…)', item, site.at);
      const name = String(item.value);
      lists.set(name, [...(lists.get(name) ?? []), { kind: 'known', value: key, at: site.at }]);
    }
  }
  const entries = new Map([...lists].map(([name, items]): [string, Term] => [name, listTerm(items, site)]));
  return { ...object(entries, site.at), form: 'map' };
}

const listTerm = (items: readonly Term[], { at }: CallSite): Term => ({
  kind: 'list',
  form: 'list',
  items,
  at,
});

function zipmap(args: readonly Term[], site: CallSite): Term {
  const [keys, values] = [argument(args, 0), argument(args, 1)];
  const open = [keys, values].find(arg => isOpen(arg) || (arg.kind === 'list' && arg.rest !== undefined));
  if (open) return lostIn('zipmap(…)', open, site.at);
  const names = listOf(keys, site.at).items;
  const items = listOf(values, site.at);
  if (names.length !== items.items.length)
    throw new EvaluationError('zipmap() takes as many keys as values', site.at);
  const entries = new Map<string, Term>();
  for (const [index, name] of names.entries()) {
    if (name.kind !== 'known') return lostIn('zipmap(…)', name, site.at);
    entries.set(String(name.value), items.items[index] ?? nothing);
  }
  return { ...object(entries, site.at), form: items.form === 'tuple' ? 'object' : 'map' };
}
