import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';

import { excerpt, widthOf, wrap } from '../../src/report/text/layout.ts';
import { printable, printableJson, sentence } from '../../src/report/text/printable.ts';

test.each([
  ['AWS::Bedrock::Agent', 'AWS::Bedrock::Agent'],
  ['\u{1b}[31m', String.raw`\u{1b}[31m`],
  ['a\u{202e}b', String.raw`a\u{202e}b`],
  ['\u{d800}', String.raw`\u{d800}`],
  ['::error::x', String.raw`\u{3a}:error::x`],
  ['a ::error::x', String.raw`a \u{3a}:error::x`],
  ['\u{a0}::error::x', '\u{a0}\\u{3a}:error::x'],
  [':', String.raw`\u{3a}`],
  ['a##[error]x', String.raw`a\u{23}#[error]x`],
  ['##VSO[x]', String.raw`\u{23}#VSO[x]`],
  ['## title', '## title'],
  ['漢字 é שלום', '漢字 é שלום'],
])('printable %j', (text, expected) => {
  expect(printable(text)).toBe(expected);
});

test('in ASCII everything else is written out', () => {
  expect(printable('é漢👍', true)).toBe(String.raw`\u{e9}\u{6f22}\u{1f44d}`);
});

test('a sentence is on one line', () => {
  expect(sentence('  one\n  two\ttwo \r\n')).toBe('one two two');
});

test('JSON parses to the same value, however it was made harmless', () => {
  same('\u{7f}\u{9b}\u{2028}\u{e0041}##vso[x] ##[y]');
  assert(property(string({ unit: 'binary' }), same));
});

test.each([
  ['abc', 3],
  ['é', 1],
  ['e\u{301}', 1],
  ['漢字', 4],
  ['👍', 2],
])('width of %s', (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one two', Infinity, ['one two']],
  ['averyverylongword x', 5, ['averyverylongword', 'x']],
  ['漢字 漢字', 6, ['漢字', '漢字']],
  ['', 5, ['']],
])('wrap %j at %d', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});

test.each([
  ['short', 1, 10, 'short'],
  ['0123456789abcdef', 1, 8, '012345…'],
  ['0123456789abcdef', 16, 8, '…abcdef'],
  ['0123456789abcdef', 9, 8, '…789abc…'],
])('excerpt of %j around %d', (line, column, width, expected) => {
  expect(excerpt(line, column, { width, mark: '…' })).toBe(expected);
});

function same(text: string): void {
  expect(JSON.parse(printableJson({ text }))).toEqual({ text });
  expect(JSON.parse(printableJson({ text }, 1))).toEqual({ text });
}
