import type { Span } from '../../../model/source.ts';
import type { Unknown } from '../../../model/value.ts';
import type { For } from '../../../syntax/hcl/ast.ts';
import { spread } from '../terms/spread.ts';
import { EvaluationError, object, tuple, type DictTerm, type ListTerm, type Term } from '../terms/term.ts';
import { concat } from '../terms/text.ts';
import { holeIn, inNoOrder, lostIn } from '../terms/unknown.ts';
import { elementsOf, type Element } from './elements.ts';
import { spanOf, within, type Scope } from './scope.ts';

/** `[for … : …]` and `{for … : … => …}`; elements of which the condition is not known leave the result open. */
export function comprehension(expression: For, scope: Scope): Term {
  const at = spanOf(scope, expression);
  return spread([scope.machine.evaluate(expression.collection, scope)], at, ([term]) => {
    const elements = elementsOf(term, at);
    const made: Made = { items: [], entries: new Map(), groups: new Map(), rest: elements.rest };
    for (const element of elements.list) add(element, made, { expression, scope, at });
    const result = finished(made, expression, at);
    return isSet(term) && result.kind === 'list' ? inNoOrder('the order of a set', result, at) : result;
  });
}

const isSet = (term: Term | undefined): boolean =>
  term?.kind === 'list' && term.form === 'set' && holeIn(term) !== undefined;

interface Made {
  readonly items: Term[];
  readonly entries: Map<string, Term>;
  readonly groups: Map<string, Term[]>;
  rest: Unknown | undefined;
}

interface Place {
  readonly expression: For;
  readonly scope: Scope;
  readonly at: Span;
}

function add({ key, value }: Element, made: Made, { expression, scope, at }: Place): void {
  const { keyName, valueName, condition } = expression;
  const inner = within(scope, { ...(keyName !== undefined && { [keyName]: key }), [valueName]: value });
  const kept = condition ? isKept(inner.machine.evaluate(condition, inner), at) : true;
  if (kept === false) return;
  if (kept !== true) made.rest = kept;
  else if (expression.key) addEntry(made, { expression, scope: inner, at });
  else made.items.push(inner.machine.evaluate(expression.value, inner));
}

function isKept(term: Term, at: Span): boolean | Unknown {
  if (holeIn(term)) return lostIn('the condition of a for', term, at);
  if (term.kind !== 'known' || (String(term.value) !== 'true' && String(term.value) !== 'false'))
    throw new EvaluationError('the condition of a for is no truth value', at);
  return String(term.value) === 'true';
}

function addEntry(made: Made, { expression, scope, at }: Place): void {
  if (!expression.key) return;
  const key = concat([scope.machine.evaluate(expression.key, scope)], spanOf(scope, expression.key));
  const value = scope.machine.evaluate(expression.value, scope);
  if (key.kind !== 'known') made.rest = lostIn('the key of a for', key, at);
  else if (expression.groups) group(made.groups, String(key.value), value);
  else if (made.entries.has(String(key.value)))
    throw new EvaluationError(`a for makes the key ${JSON.stringify(key.value)} twice`, at);
  else made.entries.set(String(key.value), value);
}

function group(groups: Map<string, Term[]>, key: string, value: Term): void {
  const values = groups.get(key);
  if (values) values.push(value);
  else groups.set(key, [value]);
}

function finished(
  { items, entries, groups, rest }: Made,
  { key, groups: grouped }: For,
  at: Span,
): ListTerm | DictTerm {
  const open = rest && { rest };
  if (!key) return { ...tuple(items, at), ...open };
  const all = grouped
    ? new Map([...groups].map(([name, values]): [string, Term] => [name, { ...tuple(values, at), ...open }]))
    : entries;
  return { ...object(all, at), ...open };
}
