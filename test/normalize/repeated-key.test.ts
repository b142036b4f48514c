import { expect, test } from 'vitest';

import { hasRepeatedKey } from '../../src/normalize/repeated-key.ts';

test.each([
  ['{"a":1,"a":2}', true],
  ['[{"b":{"a":[1,{"c":1,"c":2}]}}]', true],
  [String.raw`{"a":1,"\u0061":2}`, true],
  ['{"__proto__":1,"__proto__":2}', true],
  ['{"a":"b","b":"a"}', false],
  ['{"a":{"a":{"a":1}},"b":{"a":1}}', false],
  [String.raw`{"a":"\"a\":","b":"{\"a\":1,\"a\":1}"}`, false],
  ['[["a"],["a"]]', false],
  ['"a"', false],
])('%s', (json, expected) => {
  expect(hasRepeatedKey(json)).toBe(expected);
});
