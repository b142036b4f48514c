import { arnFunctions } from './arn.ts';
import { builtinKey } from './builtin.ts';
import type { Builtin } from './builtin.ts';
import { conversionFunctions } from './conversions.ts';
import { listFunctions } from './lists.ts';
import { optionalFunctions } from './optionals.ts';
import { patternFunctions } from './patterns.ts';
import { policyFunctions } from './policy.ts';
import { relationFunctions } from './relations.ts';
import { stringFunctions } from './strings.ts';

/** Every function but the three that are compiled apart: `matches`, `orValue`, `or`. */
export const builtins: readonly Builtin[] = [
  ...stringFunctions,
  ...listFunctions,
  ...conversionFunctions,
  ...optionalFunctions,
  ...patternFunctions,
  ...arnFunctions,
  ...policyFunctions,
  ...relationFunctions,
];

/** By style, name and number of arguments. */
export const builtinTable: ReadonlyMap<string, Builtin> = new Map(
  builtins.map(builtin => {
    const count = builtin.takes.length - (builtin.style === 'method' ? 1 : 0);
    return [builtinKey(builtin.style, builtin.name, count), builtin];
  }),
);
