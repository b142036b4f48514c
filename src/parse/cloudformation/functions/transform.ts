import { move } from '../compose.ts';
import { transform } from '../transform.ts';
import { valueAt, type Intrinsic } from './arguments.ts';

/** `Transform: { Name, Parameters }` that stands alone: what is included, or anything at all. */
export const transformed: Intrinsic = (argument, scope, at) => {
  const outcome = transform(argument, scope, at);
  if (outcome.kind === 'included') return valueAt(outcome.node, outcome.scope, at);
  // An include gives a map that nobody sees; a macro may give anything.
  if (outcome.kind === 'macro') return move(outcome.because, at);
  return { kind: 'dict', entries: new Map(), rest: outcome.because, at };
};
