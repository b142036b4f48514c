import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { decode } from '../../src/syntax/decode.ts';
import { readWithLibrary } from '../../src/syntax/library/read-with-library.ts';
import type { Document, SyntaxProblem } from '../../src/syntax/node.ts';
import { readDocument } from '../../src/syntax/read.ts';

const fileOf = (text: string): { path: string; text: string } => ({ path: 'a.yaml', text });

/** Whether the outcome is a tree, or problems that say something and lie within the file. */
function isSound(document: Document): boolean {
  if (document.ok) return true;
  const lines = document.file.text.split('\n').length;
  const { problems } = document;
  return problems.length > 0 && problems.every(problem => isWithin(problem, lines));
}

const isWithin = ({ message, region }: SyntaxProblem, lines: number): boolean =>
  message !== '' &&
  region.line > 0 &&
  region.column > 0 &&
  region.endLine >= region.line &&
  region.endLine <= lines;

const marks = [
  ...Array.from(':-?[]{},#&*!|>\'"%@`~.\\ \t\n\r'),
  'a',
  '1',
  '\0',
  '\u0002',
  '\u0018',
  '\uFEFF',
  '\uD800',
  '<<',
  '---',
  '\u2028',
];

test('any text is read or refused', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...marks), { maxLength: 40 }), pieces => {
      expect(isSound(readDocument(fileOf(pieces.join(''))))).toBe(true);
      expect(isSound(readWithLibrary(fileOf(pieces.join(''))))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('any bytes are text or a problem', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), bytes => {
      const decoded = decode(bytes);
      expect(decoded.ok ? isSound(readDocument(fileOf(decoded.text))) : isWithin(decoded.problem, 64)).toBe(
        true,
      );
    }),
  );
});

const repeat = (text: string, count = 100_000): string => text.repeat(count);

const stair = (line: string, levels: number): string =>
  Array.from({ length: levels }, (_, level) => ' '.repeat(level) + line).join('\n');

const deep: readonly [name: string, text: string][] = [
  ['JSON lists', repeat('[')],
  ['JSON maps', repeat('{"a":')],
  ['closed JSON lists', repeat('[') + repeat(']')],
  ['flow maps', `a: ${repeat('{b: ')}`],
  ['lists on a line', repeat('- ')],
  ['explicit keys', repeat('? ')],
  ['maps', stair('a:', 1500)],
  ['lists', stair('-', 1500)],
  ['maps, and back', `${stair('a:', 1500)}\nb: c`],
];

test.each(deep)('%s, nested too deeply, are refused with their place', (_, text) => {
  expect(readDocument(fileOf(text))).toMatchObject({
    ok: false,
    problems: [{ message: 'Nested deeper than 500 levels' }],
  });
});

test('the depth that is allowed is read', () => {
  expect(readDocument(fileOf(`${'['.repeat(500)}${']'.repeat(500)}`))).toMatchObject({ ok: true });
  expect(readDocument(fileOf(`${stair('a:', 499)} b`))).toMatchObject({ ok: true });
  expect(readWithLibrary(fileOf(`${stair('a:', 499)} b`))).toMatchObject({ ok: true });
});

const laughs = `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${Array.from(
  { length: 30 },
  (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join(', ')}]\n`,
).join('')}`;

const chain = `a0: &a0 [x]\n${Array.from({ length: 2000 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]\n`).join('')}`;

test.each([
  ['a billion laughs', laughs],
  ['a chain of aliases', chain],
  ['merges of merges', laughs.replaceAll('[', '{<<: [').replaceAll(']', ']}').replaceAll('x', '{b: c}')],
])('%s is refused', (_, text) => {
  expect(readDocument(fileOf(text))).toMatchObject({
    ok: false,
    problems: [{ message: 'The aliases stand for more than 100000 values' }],
  });
});

const long: readonly [name: string, text: string, read: boolean][] = [
  ['equal keys', repeat('a:\n'), true],
  ['equal keys, for the library', `x: &x\n${repeat('a:\n')}`, true],
  ['a plain scalar', `a: ${repeat('b')}`, true],
  ['spaces in a scalar', `a: "b${repeat(' ')}c\\n"`, true],
  ['spaces at the ends of lines', `a: b\n${repeat(`  c${' '.repeat(100)}\n`, 1000)}`, true],
  ['escapes', `{"a": "${repeat('\\n')}"}`, true],
  ['a literal', `a: |\n${repeat('  b\n')}`, true],
  ['blank lines in a literal', `a: |+\n  b\n${repeat('\n')}c: d`, true],
  ['comments', `${repeat('# a\n')}b: c`, true],
  ['an open quote', `a: "${repeat('b\n')}`, false],
  ['an open bracket', `a: [${repeat('b, ')}`, false],
  ['commas', `a: [${repeat(',')}]`, false],
  ['tags', repeat('! '), false],
  ['anchors', repeat('&a '), false],
  ['quotes', repeat('"'), false],
  ['colons', repeat(': '), false],
  ['digits', `[${repeat('9')}]`, true],
];

test.each(long)('a long run of %s', (_, text, read) => {
  const document = readDocument(fileOf(text));
  expect(isSound(document)).toBe(true);
  expect(document.ok).toBe(read);
});

test('more YAML than the library can hold is refused', () => {
  const text = `a: &x b\n${repeat('c: d\n', 500_000)}`;
  expect(readDocument(fileOf(text))).toMatchObject({
    ok: false,
    problems: [{ message: 'Longer than 2000000 characters, with YAML beyond what is usual in templates' }],
  });
});

test('usual YAML has no such limit', () => {
  const text = Array.from({ length: 300_000 }, (_, i) => `key${i}: value\n`).join('');
  expect(readDocument(fileOf(text))).toMatchObject({ ok: true, duplicates: [] });
});
