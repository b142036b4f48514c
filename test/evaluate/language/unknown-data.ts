import { absent, known } from '../../../src/model/value.ts';
import {
  S,
  U,
  conditional,
  dictOf,
  listOf,
  oneOf,
  openList,
  referenceTo,
  segment,
  textOf,
} from './sample-values.ts';

const a = known('a');
const model = (region: typeof U | string): ReturnType<typeof textOf> =>
  textOf('arn:aws:bedrock:', region, '::foundation-model/x');

/** Data that is open in every way the model knows. */
export const data = dictOf({
  u: U,
  set: S,
  none: absent,
  a,
  one: known(1),
  yes: known(true),
  text: textOf('ab', S, 'yz'),
  twice: textOf(S, '-', S),
  url: textOf('https://', referenceTo('f#Bucket', 'DomainName'), '/x'),
  sameUrl: textOf('https://', referenceTo('f#Bucket', 'DomainName'), '/x'),
  regional: model(segment),
  anywhere: model(S),
  ref: referenceTo('f#Key', 'Arn'),
  sameRef: referenceTo('f#Key', 'Arn'),
  otherRef: referenceTo('f#Key', 'KeyId'),
  lu: listOf(a, U, known('c')),
  ls: listOf(a, S),
  lo: openList(a),
  lt: listOf(textOf('ab', S), a),
  gone: listOf(a, absent, conditional('off', known('b'), absent)),
  m: dictOf({ k: known('v'), u: U, set: S }),
  mo: { kind: 'dict', entries: new Map([['k', known('v')]]), rest: U },
  choice: oneOf('P', 'a', 'b'),
  maybe: conditional('off', a, absent),
  secret: { kind: 'known', value: 'hush', sensitive: true },
});
