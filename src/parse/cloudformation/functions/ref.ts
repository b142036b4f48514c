import { textOf } from '../loops.ts';
import { refer } from '../refer.ts';
import { malformed } from '../trouble.ts';
import type { Intrinsic } from './arguments.ts';
import { valueOf } from './arguments.ts';

/** `Ref: Name`. With language extensions the name may be made by functions. */
export const ref: Intrinsic = (argument, scope, at) => {
  const plain = argument.tag === undefined ? textOf(argument, scope) : undefined;
  if (plain !== undefined) return refer(plain, scope, at);
  const name = valueOf(argument, scope);
  if (name.kind === 'known') return refer(String(name.value), scope, at);
  return name.kind === 'unknown'
    ? { ...name, at }
    : malformed(scope, at, 'Ref needs the name of a parameter or resource');
};
