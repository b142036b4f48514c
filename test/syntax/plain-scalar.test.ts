import { expect, test } from 'vitest';

import type { Scalar } from '../../src/model/value.ts';
import { plainScalar } from '../../src/syntax/plain-scalar.ts';

const booleans: readonly [string, boolean][] = [
  ...['yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'].map((word): [string, boolean] => [
    word,
    true,
  ]),
  ...['no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'].map((word): [string, boolean] => [
    word,
    false,
  ]),
];

const others: readonly [string, Scalar][] = [
  ['', null],
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['0', 0],
  ['42', 42],
  ['-7', -7],
  ['111122223333', 111_122_223_333],
  ['1.5', 1.5],
  ['-0.25', -0.25],
  ['1.0', 1],
  ['8.10', 8.1],
  ['34.20000076293945', 34.200_000_762_939_45],
  ['9007199254740991', 9_007_199_254_740_991],
];

test.each([...booleans, ...others])('%j is %j', (source, value) => {
  expect(plainScalar(source)).toBe(value);
});

const strings = [
  'y',
  'n',
  'Y',
  'N',
  'yES',
  'tRUE',
  'nULL',
  'none',
  'undefined',
  '012345678901',
  '00',
  '0x1F',
  '0o17',
  '0b1',
  '1_000',
  '1:30',
  '+1',
  '-0',
  '1e3',
  '1.5e+3',
  '.5',
  '5.',
  '.inf',
  'NaN',
  '2012-10-17',
  '2012-10-17T10:00:00Z',
  '10.0.0.0/16',
  '1.2.3',
  '9007199254740993',
  '0.12345678901234567890',
  '-',
  '--',
  '1 2',
  ' 1',
  '１',
];

test.each(strings)('%j stays a string', source => {
  expect(plainScalar(source)).toBe(source);
});
