import { expect, test } from 'vitest';

import {
  globMatches,
  lowerChars,
  textContains,
  textEndsWith,
  textEquals,
  textStartsWith,
} from '../../../src/evaluate/language/text-match.ts';
import type { Text, Unknown, Value } from '../../../src/model/value.ts';
import { unknown } from '../../../src/model/value.ts';

const hole = (one?: string): Unknown => ({ ...unknown('unresolved-value', []), ...(one && { one }) });
const name = hole('a.yaml#Name');
const other = hole('a.yaml#Other');
const nobody = hole();
const bucket: Value = { kind: 'reference', target: 'a.yaml#Bucket', attribute: 'Ref' };
const bucketArn: Value = { ...bucket, attribute: 'Arn' };

const text = (...parts: readonly (string | Value)[]): Text => ({ kind: 'text', parts });

test.each([
  ['the same', text('kb-', name), text('kb-', name), true],
  ['the same reference', text(bucket, '/x'), text(bucket, '/x'), true],
  ['another attribute', text(bucket, '/x'), text(bucketArn, '/x'), undefined],
  ['another unknown', text('kb-', name), text('kb-', other), undefined],
  ['unknowns that nobody tells apart', text('kb-', nobody), text('kb-', nobody), undefined],
  ['the same in another place', text('kb-', name), text(name, '-kb'), undefined],
  ['the same behind another word', text('kb-', name), text('db-', name), false],
] as const)('texts with %s are equal: %3$s', (_, left, right, expected) => {
  expect(textEquals(left, right)).toBe(expected);
});

test.each([
  ['begins with what it begins with', textStartsWith(text(name, '/a/b'), text(name, '/a')), true],
  ['may begin otherwise', textStartsWith(text(name, '/a/b'), text(name, '/c')), undefined],
  ['ends with what it ends with', textEndsWith(text('a/b/', name), text('b/', name)), true],
  ['may end otherwise', textEndsWith(text('a/b/', name), text('c/', name)), undefined],
  ['contains what stands in it', textContains(text('a:', name, ':root'), text(':', name, ':')), true],
  ['may contain anything else', textContains(text('a:', name, ':root'), text(':', other, ':')), undefined],
])('a text %s', (_, answer, expected) => {
  expect(answer).toBe(expected);
});

test.each([
  ['itself', text('collection/', name), text('collection/', name), true],
  ['what a wildcard leaves open', text('collection/', name, '*'), text('collection/', name, '-docs'), true],
  ['another name', text('collection/', other), text('collection/', name), undefined],
  ['what it matches unless it is empty', text(name, '?*'), text(name, name), undefined],
] as const)('a pattern matches %s: %3$s', (_, pattern, chars, expected) => {
  expect(globMatches(pattern, chars)).toBe(expected);
});

test('the lower case of an unknown is another one', () => {
  expect(textEquals(lowerChars(text('KB-', name)), text('kb-', name))).toBe(undefined);
});
