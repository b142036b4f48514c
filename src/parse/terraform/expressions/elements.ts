import type { Origin } from '../../../model/source.ts';
import type { Unknown } from '../../../model/value.ts';
import { describe } from '../terms/convert.ts';
import { EvaluationError, isNull, type Term } from '../terms/term.ts';
import { compareText } from '../terms/text.ts';
import { lostIn } from '../terms/unknown.ts';

export interface Element {
  readonly key: Term;
  readonly value: Term;
}

/** What a collection holds; with `rest` there may be more. */
export interface Elements {
  readonly list: readonly Element[];
  readonly rest?: Unknown;
}

/** The elements of a list, set or map in the order in which Terraform goes through them. */
export function elementsOf(term: Term | undefined, at: Origin): Elements {
  if (!term || isNull(term)) throw new EvaluationError('null is no collection', at);
  switch (term.kind) {
    case 'list': {
      const isSet = term.form === 'set';
      const list = term.items.map((value, index): Element => ({
        key: isSet ? value : { kind: 'known', value: index, at },
        value,
      }));
      return { list, ...(term.rest && { rest: term.rest }) };
    }
    case 'dict':
      return { list: sorted(term.entries, at), ...(term.rest && { rest: term.rest }) };
    case 'lazy':
      return elementsOf(term.whole(), at);
    case 'known':
    case 'text':
      throw new EvaluationError(`${describe(term)} is no collection`, at);
    default:
      return { list: [], rest: lostIn('the elements', term, at) };
  }
}

const sorted = (entries: ReadonlyMap<string, Term>, at: Origin): readonly Element[] =>
  [...entries]
    .toSorted(([left], [right]) => compareText(left, right))
    .map(([key, value]) => ({ key: { kind: 'known', value: key, at }, value }));
