import type { TypeRegistry } from '../model/types.ts';
import { tails } from './pointers.ts';

/** What the resources of an estate are to somebody who looks for a name: resources, or their positions. */
export interface Naming<T> {
  readonly types: TypeRegistry;
  readonly called: (name: string) => readonly T[];
  readonly typeOf: (one: T) => string;
  /** False when it is known to be in another account or Region. */
  readonly mayBeIn: (one: T, account: string, region: string) => boolean;
  /** In the same scope as what says the name. */
  readonly isBeside: (one: T) => boolean;
}

/**
 * What a literal may name of a type, or of what stands for one: those with the whole of it for a name, else those with its
 * last part; of several, those beside what says it.
 */
export function targetsNamed<T>(
  literal: string,
  type: string,
  { types, called, typeOf, mayBeIn, isBeside }: Naming<T>,
): readonly T[] {
  const [region = '', account = ''] = placeIn(literal);
  for (const name of tails(literal)) {
    const targets = called(name).filter(
      one =>
        (typeOf(one) === type || types.get(typeOf(one))?.standsFor !== undefined) &&
        mayBeIn(one, account, region),
    );
    if (targets.length === 0) continue;
    const beside = targets.filter(isBeside);
    return [...new Set(beside.length > 0 ? beside : targets)];
  }
  return [];
}

/** An ARN says the account and Region of what it names; another one of the same name is something else. */
function placeIn(literal: string): readonly string[] {
  const [scheme, , , region = '', account = ''] = literal.split(':', 5);
  return scheme === 'arn' ? [region, account] : [];
}
