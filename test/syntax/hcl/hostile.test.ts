import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseHclJson } from '../../../src/syntax/hcl/json-body.ts';
import { parseHclExpression, parseHclTemplate } from '../../../src/syntax/hcl/parse-embedded.ts';
import { parseHcl } from '../../../src/syntax/hcl/parse-hcl.ts';
import type { HclDocument } from '../../../src/syntax/hcl/parse-hcl.ts';
import type { SyntaxProblem } from '../../../src/syntax/node.ts';
import { mutatedTexts } from '../mutated-texts.ts';
import { hclCases, hclTokens } from './hcl-texts.ts';

const fileOf = (text: string): { path: string; text: string } => ({ path: 'main.tf', text });

const isWithin = ({ message, region }: SyntaxProblem, lines: number): boolean =>
  message !== '' &&
  region.line > 0 &&
  region.column > 0 &&
  region.endLine >= region.line &&
  region.endLine <= lines;

/** Whether the outcome is whole, or has problems that say something and lie within the text. */
function isSound(document: HclDocument): boolean {
  const lines = document.file.text.split('\n').length;
  return (
    document.ok ||
    (document.problems.length > 0 && document.problems.every(problem => isWithin(problem, lines)))
  );
}

/** The same of a text read as a file, an expression and a template. */
function isSoundInAllWays(text: string): boolean {
  const file = fileOf(text);
  const lines = text.split('\n').length;
  const parts = [parseHclExpression({ file, text }), parseHclTemplate({ file, text })];
  return isSound(parseHcl(file)) && parts.every(parsed => parsed.ok || isWithin(parsed.problem, lines));
}

test('any text is read or refused', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...hclTokens, ' = '), { maxLength: 30 }), pieces => {
      expect(isSoundInAllWays(pieces.join(''))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('any damaged file is read or refused', () => {
  fc.assert(
    fc.property(mutatedTexts(hclCases, hclTokens), text => {
      expect(isSoundInAllWays(text)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

const jsonSeeds = [
  '{"resource": {"a": {"b": {"c": "x ${d}", "dynamic": {"e": {"content": {"f": 1}}}, "provider": "g.h"}}}}',
  '[{"//": "i", "locals": {"j": ["%{if k}\\u0041\\n%{endif}", null], "${l}": {"m": "\\"${n[0]}"}}}]',
];

test('any damaged file of JSON is read or refused', () => {
  fc.assert(
    fc.property(mutatedTexts(jsonSeeds, [...hclTokens, '\\"', '\\u007b', '"//": ']), text => {
      expect(isSound(parseHclJson(fileOf(text)))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

const repeat = (text: string, count = 100_000): string => text.repeat(count);

test.each([
  ['lists', `a = ${repeat('[')}`],
  ['closed lists', `a = ${repeat('[')}${repeat(']')}`],
  ['objects', `a = ${repeat('{a=')}`],
  ['parentheses', `a = ${repeat('(')}`],
  ['calls', `a = ${repeat('f(')}`],
  ['signs', `a = ${repeat('-')}1`],
  ['negations', `a = ${repeat('!')}b`],
  ['indices', `a = ${repeat('b[')}`],
  ['attributes', `a = b${repeat('.c')}`],
  ['indices in a row', `a = b${repeat('[0]')}`],
  ['splats', `a = b${repeat('[*]')}`],
  ['old splats', `a = b${repeat('.*')}`],
  ['attributes of a splat', `a = b[*]${repeat('.c')}`],
  ['sums', `a = 1${repeat(' + 1')}`],
  ['powers of levels', `a = ${repeat('1 + 1 * ')}1`],
  ['conditions', `a = ${repeat('b ? c : ')}d`],
  ['conditions in conditions', `a = ${repeat('b ? ')}d`],
  ['templates', `a = ${repeat('"${')}`],
  ['directives', `a = "${repeat('%{if a}')}`],
  ['closed directives', `a = "${repeat('%{if a}')}${repeat('%{endif}')}"`],
  ['loops', `a = ${repeat('[for a in b : ')}`],
  ['blocks', repeat('a {\n')],
  ['a tree that grows to the left', `a = ${'('.repeat(400)}b${`${'.c'.repeat(400)})`.repeat(400)}`],
])('%s, nested too deeply, are refused', (_, text) => {
  const document = parseHcl(fileOf(text));
  expect(isSound(document)).toBe(true);
  expect(document.ok).toBe(false);
  expect(document.body).toMatchObject({ attributes: [], blocks: [] });
});

test('the depth that is allowed is read', () => {
  expect(parseHcl(fileOf(`a = ${'['.repeat(499)}${']'.repeat(499)}`))).toMatchObject({ ok: true });
  expect(parseHcl(fileOf(`a = b${'.c'.repeat(499)}`))).toMatchObject({ ok: true });
  expect(parseHcl(fileOf(`${'a {\n'.repeat(499)}b = 1\n${'}\n'.repeat(499)}`))).toMatchObject({ ok: true });
});

test.each([
  ['attributes', Array.from({ length: 100_000 }, (_, i) => `a${i} = ${i}\n`).join(''), true],
  ['blocks', repeat('a {}\n'), true],
  ['line ends', repeat('\n'), true],
  ['line ends in brackets', `a = [${repeat('\n')}]`, true],
  ['comments', repeat('# a\n'), true],
  ['comments in a line', repeat('/* a */'), true],
  ['spaces', `a = ${repeat(' ')}1`, true],
  ['spaces in a text', `a = "b${repeat(' ')}\${c}"`, true],
  ['spaces that are trimmed', `a = "${repeat(`b${' '.repeat(100)}\${~ c ~}`, 1000)}"`, true],
  ['dollars', `a = "${repeat('$')}"`, true],
  ['templates', `a = "${repeat('${b}')}"`, true],
  ['lines of a heredoc', `a = <<-E\n${repeat('  b\n')}E\n`, true],
  ['lines of a heredoc that begin with its marker', `a = <<E\n${repeat('E b\n')}E\n`, true],
  ['items', `a = [${repeat('1,')}]`, true],
  ['arguments', `a = f(${repeat('1,')})`, true],
  ['labels', `a ${repeat('"b" ')}{}`, true],
  ['namespaces', `a = b${repeat('::b')}()`, true],
  ['a number', `a = ${repeat('9')}`, true],
  ['dots', `a = 1${repeat('.')}`, false],
  ['numbers with dots', `a = ${repeat('1.')}`, false],
  ['quotes', repeat('"'), false],
  ['open quotes', repeat('a = "\n'), false],
  ['open brackets on lines', repeat('a = [\n'), false],
  ['open blocks at the top', repeat('resource "a" "b" {\n'), false],
  ['open blocks with content', repeat(`resource "a" "b" {\n${'  c = 1\n'.repeat(20)}`, 5000), false],
  ['open heredocs', repeat('a = <<E\n'), false],
  ['open comments', repeat('/* '), false],
  ['closing braces', repeat('}\n'), false],
  ['wrong characters', repeat('\u0001'), false],
  ['wrong lines', repeat('a b\n'), false],
  ['escapes', `a = "${repeat('\\n')}"`, true],
  ['wrong escapes', `a = "${repeat('\\q')}"`, false],
])('a long run of %s', (_, text, isRead) => {
  const document = parseHcl(fileOf(text));
  expect(isSound(document)).toBe(true);
  expect(document.ok).toBe(isRead);
});
