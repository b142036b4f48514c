import { convert } from '../terms/convert.ts';
import { same } from '../terms/same.ts';
import { setOf } from '../terms/sets.ts';
import { tuple, type Term } from '../terms/term.ts';
import { typeOf, unify } from '../terms/type.ts';
import { lost, lostIn } from '../terms/unknown.ts';
import type { CallSite, FunctionTable } from './call-site.ts';
import { isOpen, listOf, structural } from './structural.ts';

/** The sets of https://developer.hashicorp.com/terraform/language/functions/setunion and its siblings. */
export const sets: FunctionTable = {
  setintersection: structural((args, site) => withSets(args, site, intersect), 1, Infinity),
  setproduct: structural((args, site) => product(args, site), 2, Infinity),
  setsubtract: structural((args, site) => withSets(args, site, subtract), 2),
  setunion: structural((args, site) => union(args, site), 1, Infinity),
};

/** Which elements two sets share is only known when all of them are. */
function withSets(
  args: readonly Term[],
  site: CallSite,
  apply: (lists: readonly (readonly Term[])[]) => Term,
): Term {
  const open = openList(args) ?? args.find(arg => arg.kind === 'list' && arg.items.some(isOpen));
  if (open) return lostIn(`${site.name}(…)`, open, site.at);
  return { ...apply(alike(args, site)), at: site.at };
}

const openList = (args: readonly Term[]): Term | undefined =>
  args.find(arg => isOpen(arg) || (arg.kind === 'list' && arg.rest !== undefined));

/** The elements of all sets, brought to one type. */
function alike(args: readonly Term[], site: CallSite): readonly (readonly Term[])[] {
  const lists = args.map(arg => listOf(arg, site.at).items);
  const type = unify(lists.flat().map(typeOf));
  return type ? lists.map(items => items.map(item => convert(item, type, site.at))) : lists;
}

const has = (items: readonly Term[] | undefined, wanted: Term): boolean =>
  items?.some(item => same(item, wanted) === true) ?? false;

const intersect = ([first = [], ...others]: readonly (readonly Term[])[]): Term =>
  setOf(first.filter(item => others.every(other => has(other, item))));

const subtract = ([first = [], second]: readonly (readonly Term[])[]): Term =>
  setOf(first.filter(item => !has(second, item)));

/** More combinations are not made. */
const maximumProduct = 10_000;

/** All combinations; each list keeps the type of its own elements. */
function product(args: readonly Term[], site: CallSite): Term {
  const open = openList(args);
  if (open) return lostIn('setproduct(…)', open, site.at);
  const lists = args.map(arg => alike([arg], site)[0] ?? []);
  if (lists.reduce((count, { length }) => count * length, 1) > maximumProduct)
    return lost('setproduct() makes too many combinations', site.at);
  let rows: readonly (readonly Term[])[] = [[]];
  for (const items of lists) rows = rows.flatMap(row => items.map(item => [...row, item]));
  const items = rows.map(row => tuple(row, site.at));
  const ofSets = args.every(arg => arg.kind === 'list' && arg.form === 'set');
  return ofSets ? setOf(items, { at: site.at }) : { kind: 'list', form: 'list', items, at: site.at };
}

function union(args: readonly Term[], site: CallSite): Term {
  const open = openList(args);
  const known = args.filter(arg => !isOpen(arg));
  const items = alike(known, site).flat();
  const rest = open && lostIn('setunion(…)', open, site.at);
  return setOf(items, { at: site.at, ...(rest && { rest }) });
}
