import type { Origin } from '../../../model/source.ts';
import { describe } from '../terms/convert.ts';
import { spread } from '../terms/spread.ts';
import { EvaluationError, isNull, type DictTerm, type ListTerm, type Term } from '../terms/term.ts';
import { lostIn } from '../terms/unknown.ts';
import type { CallSite, TermFunction } from './call-site.ts';
import { checkCount } from './plain.ts';

/** A function that works on lists and maps whose elements need not be known. Choices among the arguments are followed. */
export function structural(
  apply: (args: readonly Term[], site: CallSite) => Term,
  least: number,
  most = least,
): TermFunction {
  return (args, site) => {
    checkCount(args.length, least, most, site);
    return spread(args.map(opened), site.at, plain => apply(plain, site));
  };
}

const opened = (term: Term): Term => (term.kind === 'lazy' ? term.whole() : term);

/** An argument that is not there was counted before. */
export function argument(args: readonly Term[], index: number): Term {
  const term = args[index];
  if (term) return term;
  throw new EvaluationError('an argument is missing');
}

/** Whether nothing at all is known of a collection. */
export const isOpen = (term: Term): boolean =>
  term.kind === 'unknown' || term.kind === 'reference' || term.kind === 'text';

export function listOf(term: Term, at: Origin): ListTerm {
  if (term.kind === 'list') return term;
  throw new EvaluationError(`a list is needed, and this is ${describe(term)}`, at);
}

export function dictOf(term: Term, at: Origin): DictTerm {
  if (term.kind === 'dict') return term;
  throw new EvaluationError(`a map is needed, and this is ${describe(term)}`, at);
}

/** Leaves the function when its argument is not known, or a list or map that may hold more. */
export function closed(term: Term, { name, at }: CallSite, apply: (term: Term) => Term): Term {
  if (isOpen(term)) return lostIn(`${name}(…)`, term, at);
  if ((term.kind === 'list' || term.kind === 'dict') && term.rest) return lostIn(`${name}(…)`, term.rest, at);
  return apply(term);
}

/** A whole number that is known; undefined when it is not. */
export function integer(term: Term, at: Origin): number | undefined {
  if (term.kind !== 'known') {
    if (isOpen(term)) return undefined;
    throw new EvaluationError(`a number is needed, and this is ${describe(term)}`, at);
  }
  const value = isNull(term) || term.value === '' ? Number.NaN : Number(term.value);
  if (Number.isInteger(value)) return value;
  throw new EvaluationError('a whole number is needed', at);
}
