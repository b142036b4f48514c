import type { Origin } from '../../../model/source.ts';
import { mapEntries } from './move.ts';
import { noteRefusal } from './refusals.ts';
import { identical } from './same.ts';
import { EvaluationError, isChoice, type Choice, type Term } from './term.ts';
import { lost } from './unknown.ts';

/** As many combinations of choices are followed through a function; beyond that its result is unknown. */
const maximumCombinations = 64;

type Apply = (terms: readonly Term[]) => Term;

/**
 * Applies a function to terms that are no choices, once for each way in which their choices can turn out. `deep` follows
 * the choices inside of lists and maps too.
 */
export function spread(terms: readonly Term[], at: Origin, apply: Apply, deep = false): Term {
  const find = deep ? choiceIn : topChoice;
  return terms.some(find) ? branch(terms, { at, apply, deep, left: maximumCombinations }) : apply(terms);
}

const topChoice = (term: Term): Choice | undefined => (isChoice(term) ? term : undefined);

/** The first choice in a term. */
function choiceIn(term: Term): Choice | undefined {
  if (isChoice(term)) return term;
  if (term.kind === 'list') return firstChoice(term.items);
  if (term.kind === 'dict') return firstChoice(term.entries.values());
  if (term.kind === 'text') return firstChoice(term.parts.filter(part => typeof part !== 'string'));
  return undefined;
}

function firstChoice(terms: Iterable<Term>): Choice | undefined {
  for (const term of terms) {
    const choice = choiceIn(term);
    if (choice) return choice;
  }
  return undefined;
}

interface Branching {
  readonly at: Origin;
  readonly apply: Apply;
  readonly deep: boolean;
  left: number;
}

function branch(terms: readonly Term[], work: Branching): Term {
  const open = firstOf(terms, work.deep ? choiceIn : topChoice);
  if (work.left <= 0) return tooMany(work.at);
  if (!open) {
    work.left -= 1;
    return work.apply(terms);
  }
  const options = attempts(
    optionsOf(open).map(
      (_, index) => () =>
        branch(
          terms.map(term => take(term, open, index)),
          work,
        ),
    ),
  );
  return rejoin(open, options, work.at);
}

function firstOf(terms: readonly Term[], find: (term: Term) => Choice | undefined): Choice | undefined {
  for (const term of terms) {
    const choice = find(term);
    if (choice) return choice;
  }
  return undefined;
}

export const optionsOf = (choice: Choice): readonly Term[] =>
  choice.kind === 'one-of' ? choice.options : [choice.then, choice.otherwise];

/** A choice that Terraform would refuse is never deployed: what holds for another one may stand in its place. */
function attempts(tries: readonly (() => Term)[]): readonly Term[] {
  const results = tries.map(attempt);
  const fine = results.find(result => !(result instanceof EvaluationError));
  if (fine === undefined || fine instanceof EvaluationError)
    throw results[0] ?? new EvaluationError('no choice');
  return results.map(result => {
    if (!(result instanceof EvaluationError)) return result;
    noteRefusal();
    return fine;
  });
}

function attempt(work: () => Term): Term | EvaluationError {
  try {
    return work();
  } catch (error) {
    if (error instanceof EvaluationError) return error;
    throw error;
  }
}

/** The choice with other options; no choice at all when they are all the same. */
function rejoin(choice: Choice, options: readonly Term[], at: Origin): Term {
  const [first] = options;
  if (first && options.every(option => identical(first, option))) return first;
  if (choice.kind === 'one-of') return { ...choice, options, at };
  const [then = choice.then, otherwise = choice.otherwise] = options;
  return { ...choice, then, otherwise, at };
}

/** The term in the world in which a choice turned out one way. */
function take(term: Term, choice: Choice, index: number): Term {
  const follow = (part: Term): Term => take(part, choice, index);
  if (isChoice(term)) {
    const options = optionsOf(term);
    const taken = isSameChoice(term, choice) ? options[index] : undefined;
    if (taken) return follow(taken);
    return term.kind === 'one-of'
      ? { ...term, options: options.map(follow) }
      : { ...term, then: follow(term.then), otherwise: follow(term.otherwise) };
  }
  if (!choiceIn(term)) return term;
  if (term.kind === 'list') return { ...term, items: term.items.map(follow) };
  if (term.kind === 'dict') return { ...term, entries: mapEntries(term.entries, follow) };
  if (term.kind === 'text')
    return { ...term, parts: term.parts.map(part => (typeof part === 'string' ? part : follow(part))) };
  return term;
}

const isSameChoice = (left: Choice, right: Choice): boolean =>
  left.kind === 'one-of'
    ? right.kind === 'one-of' && left.choice === right.choice
    : right.kind === 'conditional' && left.condition.choice === right.condition.choice;

function tooMany(at: Origin): Term {
  return lost(`more than ${maximumCombinations} combinations of undecided variables and conditions`, at);
}
