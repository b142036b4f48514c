import { convert } from '../terms/convert.ts';
import { secret, shown } from '../terms/move.ts';
import { EvaluationError, type Term } from '../terms/term.ts';
import type { Type } from '../terms/type.ts';
import type { FunctionTable, TermFunction } from './call-site.ts';
import { checkCount } from './plain.ts';

/** https://developer.hashicorp.com/terraform/language/functions, the part on types. */
export const conversions: FunctionTable = {
  tobool: to({ kind: 'bool' }),
  tolist: to({ kind: 'list', of: { kind: 'any' } }),
  tomap: to({ kind: 'map', of: { kind: 'any' } }),
  tonumber: to({ kind: 'number' }),
  toset: to({ kind: 'set', of: { kind: 'any' } }),
  tostring: to({ kind: 'string' }),
  sensitive: changed(secret),
  nonsensitive: changed(shown),
  ephemeralasnull: changed(term => term),
  issensitive: changed((term, at) => ({
    kind: 'known',
    value: term.kind === 'known' && term.sensitive === true,
    at,
  })),
};

function to(type: Type): TermFunction {
  return ([term, ...more], site) => {
    checkCount(term ? more.length + 1 : 0, 1, 1, site);
    return term ? { ...convert(term, type, site.at), at: site.at } : noArgument();
  };
}

function changed(change: (term: Term, at: NonNullable<Term['at']>) => Term): TermFunction {
  return ([term, ...more], site) => {
    checkCount(term ? more.length + 1 : 0, 1, 1, site);
    return term ? change(term, site.at) : noArgument();
  };
}

function noArgument(): never {
  throw new EvaluationError('an argument is missing');
}
