import type { Origin } from '../../model/source.ts';
import type { Link, Unknown, Value } from '../../model/value.ts';
import { lost } from './compose.ts';

/** What is missing of a value that a function cannot work with: of a text its first hole. */
export function whyOf(value: Value | undefined, at: Origin): readonly Link[] {
  if (value?.kind === 'unknown') return value.chain;
  if (value?.kind === 'text') {
    const hole = value.parts.find(part => typeof part !== 'string');
    return hole && hole.kind !== 'text' ? whyOf(hole, at) : [];
  }
  if (value?.kind === 'reference')
    return [{ what: `${value.target}.${value.attribute} is made when it is deployed`, at }];
  return [{ what: 'an argument that is not known', at }];
}

/** The result of a function whose argument is not known. */
export function lostIn(name: string, argument: Value | undefined, at: Origin, set = false): Unknown {
  const cause = argument?.kind === 'unknown' ? argument.cause : 'unresolved-value';
  return lost(cause, [{ what: name, at }, ...whyOf(argument, at)], at, set);
}
