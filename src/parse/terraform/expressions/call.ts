import type { Span } from '../../../model/source.ts';
import type { Call, Expression } from '../../../syntax/hcl/ast.ts';
import type { CallSite } from '../functions/call-site.ts';
import { functions } from '../functions/functions.ts';
import { watched } from '../terms/refusals.ts';
import { spread } from '../terms/spread.ts';
import { EvaluationError, type Term } from '../terms/term.ts';
import { lost, lostIn } from '../terms/unknown.ts';
import { elementsOf } from './elements.ts';
import { spanOf, type Scope } from './scope.ts';

export function call({ name, args, expands, ...place }: Call, scope: Scope): Term {
  const at = spanOf(scope, place);
  const plain = name.replace(/^core::/, '');
  if (plain === 'try') return firstThatWorks(args, scope, at);
  if (plain === 'can') return works(args, scope, at);
  const apply = functions.get(plain);
  if (!apply) return lost(`${name}() is not a function that this version knows`, at);
  const site: CallSite = { name: plain, at, files: scope.machine.files };
  const terms = args.map(arg => scope.machine.evaluate(arg, scope));
  return placed(at, () => (expands ? expanded(terms, at, all => apply(all, site)) : apply(terms, site)));
}

/** A mistake without a place of its own is one of the call. */
function placed(at: Span, work: () => Term): Term {
  try {
    return work();
  } catch (error) {
    if (error instanceof EvaluationError && !error.at) throw new EvaluationError(error.message, at);
    throw error;
  }
}

/** The last argument is a list of arguments. */
function expanded(terms: readonly Term[], at: Span, apply: (terms: readonly Term[]) => Term): Term {
  const last = terms.at(-1);
  if (!last) throw new EvaluationError('there is no argument to expand', at);
  return spread([last], at, ([plain]) => {
    const elements = elementsOf(plain, at);
    if (elements.rest) return lostIn('…', elements.rest, at);
    return apply([...terms.slice(0, -1), ...elements.list.map(({ value }) => value)]);
  });
}

/** An argument that is not known may turn out to be a mistake, and then the one behind it counts. */
function firstThatWorks(args: readonly Expression[], scope: Scope, at: Span): Term {
  for (const [index, arg] of args.entries()) {
    const { value: term, mayBeRefused } = watched(() => attempt(arg, scope));
    if (!term) continue;
    const doubtful = index < args.length - 1 && (mayBeRefused || holdsUnknown(term));
    return doubtful ? lostIn('try(…), of which an argument may not work', term, at) : term;
  }
  throw new EvaluationError('none of the expressions of try() works', at);
}

function works([arg]: readonly Expression[], scope: Scope, at: Span): Term {
  if (!arg) throw new EvaluationError('can() takes an expression', at);
  const { value: term, mayBeRefused } = watched(() => attempt(arg, scope));
  if (term && (mayBeRefused || holdsUnknown(term))) return lostIn('can(…)', term, at);
  return { kind: 'known', value: term !== undefined, at };
}

/** Whether something in a term is not known, not even what it may be. */
function holdsUnknown(term: Term): boolean {
  switch (term.kind) {
    case 'unknown':
      return true;
    case 'list':
      return term.rest !== undefined || term.items.some(holdsUnknown);
    case 'dict':
      return term.rest !== undefined || [...term.entries.values()].some(holdsUnknown);
    case 'text':
      return term.parts.some(part => typeof part !== 'string' && holdsUnknown(part));
    case 'one-of':
      return term.options.some(holdsUnknown);
    case 'conditional':
      return holdsUnknown(term.then) || holdsUnknown(term.otherwise);
    default:
      return false;
  }
}

function attempt(expression: Expression, scope: Scope): Term | undefined {
  try {
    return scope.machine.evaluate(expression, scope);
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}
