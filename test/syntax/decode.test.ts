import { expect, test } from 'vitest';

import { decode } from '../../src/syntax/decode.ts';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const utf16 = (text: string): number[] =>
  Array.from(text, char => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]).flat();
const swapped = (bytes: number[]): number[] => bytes.map((_, i) => bytes[i ^ 1] ?? 0);

const texts: readonly [name: string, bytes: number[], encoding: string, bomWidth: number, text: string][] = [
  ['UTF-8', utf8('a: é'), 'utf-8', 0, 'a: é'],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...utf8('a: é')], 'utf-8', 3, 'a: é'],
  ['UTF-16LE with a mark', [0xff, 0xfe, ...utf16('a: é')], 'utf-16le', 2, 'a: é'],
  ['UTF-16BE with a mark', [0xfe, 0xff, ...swapped(utf16('a: é'))], 'utf-16be', 2, 'a: é'],
  ['UTF-16LE without a mark', utf16('a: é'), 'utf-16le', 0, 'a: é'],
  ['UTF-16BE without a mark', swapped(utf16('a: é')), 'utf-16be', 0, 'a: é'],
  ['an empty file', [], 'utf-8', 0, ''],
  ['a mark alone', [0xef, 0xbb, 0xbf], 'utf-8', 3, ''],
  ['one character', utf8('a'), 'utf-8', 0, 'a'],
];

test.each(texts)('%s', (_, bytes, ...[encoding, bomWidth, text]) => {
  expect(decode(Uint8Array.from(bytes))).toEqual({ ok: true, text, encoding, bomWidth });
});

const refused: readonly [name: string, bytes: number[], message: string, line: number, column: number][] = [
  ['Latin-1', [...utf8('a: 1\nb: '), 0xe9, 0x20], 'This is not UTF-8 text', 2, 4],
  ['UTF-8 cut within a character', [...utf8('a: '), 0xe2, 0x82], 'This is not UTF-8 text', 1, 4],
  ['a bad byte at the start', [0xff, ...utf8('abcdef')], 'This is not UTF-8 text', 1, 1],
  ['half of a UTF-16 character', [0xff, 0xfe, ...utf16('a\nb'), 0x61], 'This is not UTF-16LE text', 2, 2],
  ['a NUL', utf8('a: b\nc\0'), 'This is a binary file: it holds a NUL character', 2, 2],
  ['an image', [0x89, 0x50, 0x4e, 0x47], 'This is not UTF-8 text', 1, 1],
  ['UTF-32', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], 'This is a binary file: it holds a NUL character', 1, 1],
];

test.each(refused)('%s is a problem', (_, bytes, ...[message, line, column]) => {
  expect(decode(Uint8Array.from(bytes))).toEqual({
    ok: false,
    problem: { message, region: { line, column, endLine: line, endColumn: column } },
  });
});
