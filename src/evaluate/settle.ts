import type { Conditional, OneOf, Value } from '../model/value.ts';
import type { World } from './language/runtime.ts';

/** A value of which the choices are made: never one-of or conditional. */
export type Settled = Exclude<Value, OneOf | Conditional>;

/** Follows choices until a value without one is reached. */
export function settle(value: Value, world: World): Settled {
  let current = value;
  for (;;) {
    if (current.kind === 'conditional') {
      current = world.truth(current.condition) ? current.then : current.otherwise;
    } else if (current.kind === 'one-of') {
      const index = world.pick(current.choice, current.options.length, current.because);
      current = current.options[index] ?? { kind: 'absent' };
    } else {
      return current;
    }
  }
}
