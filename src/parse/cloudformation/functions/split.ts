import { textOf } from '../loops.ts';
import { spread } from '../spread.ts';
import { malformed } from '../trouble.ts';
import { argumentsOf, valueOf, type Intrinsic } from './arguments.ts';
import { splitText } from './split-text.ts';

/** `Split: [delimiter, text]`. */
export const split: Intrinsic = (argument, scope, at) => {
  const [first, second] = argumentsOf(argument);
  const delimiter = textOf(first, scope);
  if (!delimiter || !second) return malformed(scope, at, 'Fn::Split needs a delimiter and a text');
  return spread([valueOf(second, scope)], at, ([source]) => splitText(source, delimiter, at));
};
