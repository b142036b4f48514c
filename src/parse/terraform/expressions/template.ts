import type { Span } from '../../../model/source.ts';
import type { Template, TemplateFor, TemplateIf, TemplatePart } from '../../../syntax/hcl/ast.ts';
import { spread } from '../terms/spread.ts';
import { EvaluationError, isNull, type Term } from '../terms/term.ts';
import { concat } from '../terms/text.ts';
import { lostIn } from '../terms/unknown.ts';
import { elementsOf } from './elements.ts';
import { spanOf, within, type Scope } from './scope.ts';

/** A text with values in it; one that is nothing but a value is that value. */
export function template({ parts, wrap, ...place }: Template, scope: Scope): Term {
  const [only] = parts;
  if (wrap && only?.kind === 'interpolation') return scope.machine.evaluate(only.value, scope);
  return joined(parts, scope, spanOf(scope, place));
}

const joined = (parts: readonly TemplatePart[], scope: Scope, at: Span): Term =>
  concat(
    parts.map(part => piece(part, scope)),
    at,
  );

function piece(part: TemplatePart, scope: Scope): string | Term {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'interpolation':
      return scope.machine.evaluate(part.value, scope);
    case 'if':
      return either(part, scope);
    case 'for-each':
      return repeated(part, scope);
  }
}

function either({ condition, then, otherwise, ...place }: TemplateIf, scope: Scope): Term {
  const at = spanOf(scope, place);
  return spread([scope.machine.evaluate(condition, scope)], at, ([term]) => {
    if (!term || isNull(term)) throw new EvaluationError('the condition is null', at);
    if (term.kind === 'known') return joined(isTrue(term.value, at) ? then : otherwise, scope, at);
    const because = lostIn('%{ if }', term, at).chain[1] ?? { what: '%{ if }', at };
    return {
      kind: 'conditional',
      condition: scope.machine.open(because),
      then: joined(then, scope, at),
      otherwise: joined(otherwise, scope, at),
      at,
    };
  });
}

function isTrue(value: unknown, at: Span): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new EvaluationError('the condition is no truth value', at);
}

function repeated(part: TemplateFor, scope: Scope): Term {
  const { keyName, valueName, collection, body } = part;
  const at = spanOf(scope, part);
  return spread([scope.machine.evaluate(collection, scope)], at, ([term]) => {
    const elements = elementsOf(term, at);
    if (elements.rest) return lostIn('%{ for }', elements.rest, at);
    return concat(
      elements.list.map(({ key, value }) =>
        joined(
          body,
          within(scope, { ...(keyName !== undefined && { [keyName]: key }), [valueName]: value }),
          at,
        ),
      ),
      at,
    );
  });
}
