import { textOf } from '../loops.ts';
import { concat } from '../text.ts';
import { malformed } from '../trouble.ts';
import { lostIn } from '../why.ts';
import { argumentsOf, valueOf, type Intrinsic } from './arguments.ts';
import { withElements } from './elements.ts';

/** `Join: [delimiter, list]`. */
export const join: Intrinsic = (argument, scope, at) => {
  const [first, second] = argumentsOf(argument);
  const delimiter = textOf(first, scope) ?? (first?.kind === 'scalar' ? '' : undefined);
  if (delimiter === undefined || !second)
    return malformed(scope, at, 'Fn::Join needs a delimiter and a list');
  return withElements('Fn::Join', valueOf(second, scope), at, (items, rest) => {
    if (rest) return lostIn('Fn::Join', rest, at);
    const parts = items.flatMap((item, index) => (index === 0 ? [item] : [delimiter, item]));
    return concat(parts, at);
  });
};
