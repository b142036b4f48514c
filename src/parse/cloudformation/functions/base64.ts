import { Buffer } from 'node:buffer';

import { spread } from '../spread.ts';
import { scalarText } from '../text.ts';
import { lostIn } from '../why.ts';
import { valueOf, type Intrinsic } from './arguments.ts';

/** `Base64: text`. */
export const base64: Intrinsic = (argument, scope, at) =>
  spread([valueOf(argument, scope)], at, ([text]) => {
    if (text?.kind === 'known') {
      return { ...text, value: Buffer.from(scalarText(text), 'utf8').toString('base64'), at };
    }
    return lostIn('Fn::Base64', text, at, text?.kind !== 'unknown');
  });
