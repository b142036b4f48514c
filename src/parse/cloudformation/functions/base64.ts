import { Buffer } from 'node:buffer';

import { lost } from '../compose.ts';
import { spread } from '../spread.ts';
import { scalarText } from '../text.ts';
import { valueOf, type Intrinsic } from './arguments.ts';

/** `Base64: text`. */
export const base64: Intrinsic = (argument, scope, at) =>
  spread([valueOf(argument, scope)], at, ([text]) => {
    if (text?.kind === 'known') {
      return { ...text, value: Buffer.from(scalarText(text), 'utf8').toString('base64'), at };
    }
    const chain =
      text?.kind === 'unknown' ? text.chain : [{ what: 'a text of which only parts are known', at }];
    return lost('unresolved-value', [{ what: 'Fn::Base64', at }, ...chain], at, text?.kind !== 'unknown');
  });
