import { lost, move } from '../compose.ts';
import { spread } from '../spread.ts';
import { scalarText } from '../text.ts';
import { lostIn } from '../why.ts';
import { valueOf, type Intrinsic } from './arguments.ts';

/** `ImportValue: name`: what another stack of the run exports under this name. */
export const importValue: Intrinsic = (argument, scope, at) =>
  spread([valueOf(argument, scope)], at, ([name]) => {
    if (name?.kind !== 'known') return { ...lostIn('Fn::ImportValue', name, at, true), cause: 'out-of-view' };
    const exported = scalarText(name);
    const link = { what: `Fn::ImportValue ${exported}`, at };
    const value = scope.instance.run.exported(exported);
    if (value) return value.kind === 'unknown' ? move(value, at, link) : move(value, at);
    return lost('out-of-view', [{ what: `no template in view exports ${exported}`, at }], at, true);
  });
