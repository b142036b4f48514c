import type { Known, Link } from '../../../model/value.ts';
import { numberOf } from '../terms/number.ts';
import { spread } from '../terms/spread.ts';
import { EvaluationError, type ListTerm, type Term } from '../terms/term.ts';
import { scalarText } from '../terms/text.ts';
import { holeIn, lostIn } from '../terms/unknown.ts';
import type { CallSite, TermFunction } from './call-site.ts';

/** A term without anything unknown, without its places: what most functions work with. */
export type Plain = string | number | boolean | null | readonly Plain[] | ReadonlyMap<string, Plain>;

/** A function that needs all of its arguments; the result is unknown as soon as one of them is. */
export function pure(
  apply: (args: readonly Plain[]) => Plain,
  least: number,
  most = least,
  more: Result = {},
): TermFunction {
  return (args, site) => {
    checkCount(args.length, least, most, site);
    return spread(args, site.at, plain => applied(plain, { apply, ...more }, site), true);
  };
}

interface Result {
  /** The result is a text that is never empty, whatever the arguments are. */
  readonly set?: boolean;
  /** What a list in the result is: all functions but those that read a text of any type make real lists. */
  readonly form?: ListTerm['form'];
}

export function checkCount(count: number, least: number, most: number, { name, at }: CallSite): void {
  if (count >= least && count <= most) return;
  const wanted =
    least === most ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  throw new EvaluationError(`${name}() takes ${wanted} arguments, and gets ${count}`, at);
}

interface PureFunction extends Result {
  readonly apply: (args: readonly Plain[]) => Plain;
}

function applied(args: readonly Term[], { apply, set = false, form }: PureFunction, site: CallSite): Term {
  const { name, at } = site;
  const open = args.find(arg => holeIn(arg) !== undefined);
  if (open) return lostIn(`${name}(…)`, open, at, set);
  const from: Sources = { via: [], sensitive: false };
  for (const arg of args) collect(arg, from);
  return lift(
    computed(() => apply(args.map(plainOf))),
    { at, ...from, ...(form && { form }) },
  );
}

/** What no text or number can hold is refused by Terraform, too. */
function computed(work: () => Plain): Plain {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new EvaluationError('the result is too long');
    throw error;
  }
}

interface Sources {
  readonly via: Link[];
  sensitive: boolean;
}

/** How many of the things that decided its arguments a result names. */
const maximumSources = 6;

function collect(term: Term, from: Sources): void {
  if (term.kind === 'list') for (const item of term.items) collect(item, from);
  else if (term.kind === 'dict') for (const item of term.entries.values()) collect(item, from);
  else if (term.kind === 'known') collectScalar(term, from);
}

function collectScalar({ via = [], sensitive }: Known, from: Sources): void {
  if (sensitive) from.sensitive = true;
  for (const link of via) {
    if (from.via.length < maximumSources && !from.via.includes(link)) from.via.push(link);
  }
}

export function plainOf(term: Term): Plain {
  if (term.kind === 'known') return term.value;
  if (term.kind === 'list') return term.items.map(plainOf);
  if (term.kind === 'dict') return new Map([...term.entries].map(([key, item]) => [key, plainOf(item)]));
  throw new EvaluationError('the value is not known', term.at);
}

interface Lifting {
  readonly at: NonNullable<Known['at']>;
  readonly via?: readonly Link[];
  readonly sensitive?: boolean;
  readonly form?: ListTerm['form'];
}

export function lift(plain: Plain, how: Lifting): Term {
  const { at, via = [], sensitive, form = 'list' } = how;
  if (plain instanceof Map) {
    const entries = new Map<string, Term>();
    for (const [key, value] of plain) entries.set(key, lift(value, how));
    return { kind: 'dict', form: 'object', entries, at };
  }
  if (isScalar(plain))
    return {
      kind: 'known',
      value: plain,
      at,
      ...(via.length > 0 && { via }),
      ...(sensitive && { sensitive: true }),
    };
  return { kind: 'list', form, items: [...plain.values()].map(item => lift(item, how)), at };
}

const isScalar = (plain: Plain): plain is string | number | boolean | null =>
  plain === null || typeof plain !== 'object';

/** An argument as a text: numbers and truths are written out. */
export function text(plain: Plain | undefined): string {
  if (typeof plain === 'string') return plain;
  if (typeof plain === 'number' || typeof plain === 'boolean') return scalarText(plain);
  throw new EvaluationError(`a text is needed, and this is ${nameOf(plain)}`);
}

export function number(plain: Plain | undefined): number {
  const value = typeof plain === 'string' ? numberOf(plain) : plain;
  if (typeof value === 'number') return value;
  throw new EvaluationError(`a number is needed, and this is ${nameOf(plain)}`);
}

export function whole(plain: Plain | undefined): number {
  const value = number(plain);
  if (Number.isInteger(value)) return value;
  throw new EvaluationError('a whole number is needed');
}

export function truth(plain: Plain | undefined): boolean {
  if (plain === true || plain === 'true') return true;
  if (plain === false || plain === 'false') return false;
  throw new EvaluationError(`a truth value is needed, and this is ${nameOf(plain)}`);
}

export function list(plain: Plain | undefined): readonly Plain[] {
  if (Array.isArray(plain)) return plain;
  throw new EvaluationError(`a list is needed, and this is ${nameOf(plain)}`);
}

function nameOf(plain: Plain | undefined): string {
  if (plain === undefined) return 'missing';
  if (plain === null) return 'null';
  if (Array.isArray(plain)) return 'a list';
  return typeof plain === 'object' ? 'a map' : `a ${typeof plain}`;
}
