import { lostIn } from '../why.ts';
import { valueOf, type Intrinsic } from './arguments.ts';
import { withElements } from './elements.ts';

/** `Length: list` of `AWS::LanguageExtensions`. */
export const length: Intrinsic = (argument, scope, at) =>
  withElements('Fn::Length', valueOf(argument, scope), at, (items, rest) =>
    rest ? lostIn('Fn::Length', rest, at, true) : { kind: 'known', value: items.length, at },
  );
