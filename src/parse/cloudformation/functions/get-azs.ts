import { lost } from '../compose.ts';
import type { Intrinsic } from './arguments.ts';

/** `GetAZs: region`. Which zones an account sees is known to AWS alone. */
export const getAzs: Intrinsic = (_argument, _scope, at) => {
  const what = 'Fn::GetAZs: the availability zones of the account are known when the stack is deployed';
  return { kind: 'list', items: [], rest: lost('unresolved-value', [{ what, at }], at, true), at };
};
