import type { Span } from '../../../model/source.ts';
import type { Attr, Expression, Index, Splat, SplatStep, Variable } from '../../../syntax/hcl/ast.ts';
import { describe } from '../terms/convert.ts';
import { move } from '../terms/move.ts';
import { noteRefusal } from '../terms/refusals.ts';
import { spread } from '../terms/spread.ts';
import { EvaluationError, isNull, tuple, type DictTerm, type ListTerm, type Term } from '../terms/term.ts';
import { lostIn } from '../terms/unknown.ts';
import { named, spanOf, type Scope } from './scope.ts';

/** What a name stands for, where it was made. */
export function variable({ name, ...place }: Variable, scope: Scope): Term {
  return named(scope, name) ?? scope.root(name, spanOf(scope, place));
}

/** `a.b[c].d`: nothing but what the whole of it gives is brought to the place of use. */
export function traverse(expression: Attr | Index, scope: Scope): Term {
  return move(stepped(expression, scope), spanOf(scope, expression));
}

function stepped(expression: Expression, scope: Scope): Term {
  switch (expression.kind) {
    case 'variable':
      return variable(expression, scope);
    case 'attr': {
      const at = spanOf(scope, expression);
      return spread([stepped(expression.of, scope)], at, ([of]) => attributeOf(of, expression.name, at));
    }
    case 'index': {
      const at = spanOf(scope, expression);
      const key = scope.machine.evaluate(expression.key, scope);
      return spread([stepped(expression.of, scope), key], at, ([of, plain]) => elementOf(of, plain, at));
    }
    default:
      return scope.machine.evaluate(expression, scope);
  }
}

/** What is not known may lack what is read of it. */
function mayFail(term: Term): Term {
  noteRefusal();
  return term;
}

function attributeOf(of: Term | undefined, name: string, at: Span): Term {
  switch (of?.kind) {
    case 'lazy':
      return of.get(name, at);
    case 'dict':
      return entryOf(of, name, at);
    case 'unknown':
      return mayFail(lostIn(`.${name}`, of, at));
    case 'reference':
      return { ...of, attribute: `${of.attribute}.${name}` };
    default:
      throw new EvaluationError(`${of ? describe(of) : 'nothing'} has no attribute ${name}`, at);
  }
}

function entryOf({ entries, rest }: DictTerm, name: string, at: Span): Term {
  const found = entries.get(name);
  if (found) return found;
  if (rest) return mayFail(lostIn(`.${name}`, rest, at));
  throw new EvaluationError(`there is no attribute ${name}`, at);
}

function elementOf(of: Term | undefined, key: Term | undefined, at: Span): Term {
  if (!of || !key) throw new EvaluationError('an index needs a key', at);
  if (of.kind === 'unknown') return mayFail(lostIn('[…]', of, at));
  if (of.kind === 'lazy') return lazyElement(of, key, at);
  if (key.kind !== 'known') return lostIn('[…] with a key that is not known', key, at);
  if (key.value === null) throw new EvaluationError('the key is null', at);
  return knownElement(of, key.value, at);
}

function knownElement(of: Term, key: string | number | boolean, at: Span): Term {
  if (of.kind === 'reference') return { ...of, attribute: `${of.attribute}[${JSON.stringify(key)}]` };
  if (of.kind === 'dict') return entryOf(of, String(key), at);
  if (of.kind === 'list' && of.form !== 'set') return itemOf(of, Number(key), at);
  throw new EvaluationError(`${describe(of)} has no elements by key`, at);
}

function lazyElement(of: Extract<Term, { kind: 'lazy' }>, key: Term, at: Span): Term {
  if (of.index) return of.index(key);
  if (key.kind !== 'known') return lostIn(`${of.name}[…]`, key, at);
  if (typeof key.value === 'number') throw new EvaluationError(`${of.name} is no list`, at);
  return of.get(String(key.value), at);
}

function itemOf({ items, rest }: ListTerm, index: number, at: Span): Term {
  if (rest) return mayFail(lostIn(`[${index}]`, rest, at));
  const item = items[index];
  if (item) return item;
  throw new EvaluationError(`the list has ${items.length} elements and no element ${index}`, at);
}

/** `of[*].name`: of null no element, of what is no list one. */
export function splat({ of, each, ...place }: Splat, scope: Scope): Term {
  const at = spanOf(scope, place);
  return move(eachOf(stepped(of, scope), each, { scope, at }), at);
}

interface Place {
  readonly scope: Scope;
  readonly at: Span;
}

function eachOf(of: Term, each: SplatStep, place: Place): Term {
  const { at } = place;
  const step = (term: Term): Term => spread([term], at, ([plain]) => stepOf(each, plain ?? term, place));
  return spread([of], at, ([term]) => {
    if (!term || isNull(term)) return tuple([], at);
    if (term.kind === 'unknown' || term.kind === 'reference') return lostIn('[*]', term, at);
    if (term.kind === 'list') return { ...term, items: term.items.map(step) };
    const whole = term.kind === 'lazy' && term.index ? term.whole() : undefined;
    return whole ? lostIn('[*]', whole, at) : tuple([step(term)], at);
  });
}

function stepOf(step: SplatStep, element: Term, place: Place): Term {
  if (step.kind === 'element') return element;
  const of = stepOf(step.of, element, place);
  switch (step.kind) {
    case 'attr':
      return attributeOf(of, step.name, place.at);
    case 'splat':
      return eachOf(of, step.each, place);
    case 'index':
      return elementOf(of, place.scope.machine.evaluate(step.key, place.scope), place.at);
  }
}
