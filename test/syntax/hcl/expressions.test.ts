import { expect, test } from 'vitest';

import { parseHclExpression } from '../../../src/syntax/hcl/parse-embedded.ts';
import { show } from './show.ts';

function read(text: string): string {
  const parsed = parseHclExpression({ file: { path: 'main.tf', text }, text });
  if (parsed.ok) return show(parsed.value);
  const { region, message } = parsed.problem;
  return `${region.line}:${region.column} ${message}`;
}

test.each([
  ['1', '1'],
  ['1.50', '1.5'],
  ['2e3', '2000'],
  ['00012', '12'],
  ['true', 'true'],
  ['null', 'null'],
  ['"a"', '"a"'],
  ['var', 'var'],
  ['a-b', 'a-b'],
  ['ünï', 'ünï'],
])('constants and names: %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['a || b && c', '(|| a (&& b c))'],
  ['a == b && c != d', '(&& (== a b) (!= c d))'],
  ['a < b == c >= d', '(== (< a b) (>= c d))'],
  ['1 - 2 - 3', '(- (- 1 2) 3)'],
  ['1 + 2 * 3 % 4', '(+ 1 (% (* 2 3) 4))'],
  ['-a.b + c', '(+ (- a.b) c)'],
  ['!a == b', '(== (! a) b)'],
  ['!!a', '(! (! a))'],
  ['1 - -1', '(- 1 (- 1))'],
  ['(1 + 2) * 3', '(* (paren (+ 1 2)) 3)'],
  ['a ? b : c ? d : e', '(? a b (? c d e))'],
  ['a ? b ? 1 : 2 : 3', '(? a (? b 1 2) 3)'],
  ['a == 1 ? b + 1 : c', '(? (== a 1) (+ b 1) c)'],
])('operators: %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['a.b.c', 'a.b.c'],
  ['a[0]["k"].b', 'a[0]["k"].b'],
  ['a.0.b', 'a[0].b'],
  ['a[b.c][-1]', 'a[b.c][(- 1)]'],
  ['a[*].b[0].c', '(each a[*] _.b[0].c)'],
  ['a[*]', '(each a[*] _)'],
  ['a.*.b.c', '(each a.* _.b.c)'],
  ['a.*.b.0', '(each a.* _.b[0])'],
  ['a.*.b[0]', '(each a.* _.b)[0]'],
  ['a[*].b[*].c', '(each a[*] (each _.b[*] _.c))'],
  ['a[*].b.*.c', '(each a[*] (each _.b.* _.c))'],
  ['a.*.b[*].c', '(each (each a.* _.b)[*] _.c)'],
  ['f(a)[0].b', '(f a)[0].b'],
  ['{a = 1}.a', '{"a": 1}.a'],
  ['"x".y', '"x".y'],
])('traversals: %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['f()', '(f)'],
  ['f(a, b...)', '(f a b...)'],
  ['f(a,\n  b,\n)', '(f a b)'],
  ['f (a)', '(f a)'],
  ['provider::aws::parse(a)', '(provider::aws::parse a)'],
  ['[]', '[]'],
  ['[1, 2,]', '[1, 2]'],
  ['[\n1,\n2\n]', '[1, 2]'],
  ['{}', '{}'],
  ['{a = 1, b : 2}', '{"a": 1, "b": 2}'],
  ['{\n\n  a = 1\n  b = 2,\n\n}', '{"a": 1, "b": 2}'],
  ['{(a) = 1, "b" = 2, "c${d}" = 3, 4 = 5}', '{(paren a): 1, "b": 2, (text "c" d): 3, 4: 5}'],
  ['{null = 1, true = 2, a.b = 3}', '{"null": 1, "true": 2, a.b: 3}'],
  ['{a = {b = [{}]}}', '{"a": {"b": [{}]}}'],
])('calls, tuples and objects: %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['[for a in b : c]', '(for a in b: c)'],
  ['[for i, a in b : c if d]', '(for i, a in b: c if d)'],
  ['{for k, v in b : k => v}', '(for k, v in b: k => v)'],
  ['{\nfor v in b :\nv.k => v...\nif v.ok\n}', '(for v in b: v.k => v... if v.ok)'],
  ['[for in in in : in]', '(for in in in: in)'],
  ['[for a in b : [for c in a : c]]', '(for a in b: (for c in a: c))'],
])('for: %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['(a\n+\nb\n.c)', '(paren (+ a b.c))'],
  ['[a\n?\nb\n:\nc]', '[(? a b c)]'],
  ['a[\n0\n]', 'a[0]'],
  ['"${\n a\n +\n b }"', '(wrap (+ a b))'],
  ['[{ a = (1\n+ 1)\n b = 2 }]', '[{"a": (paren (+ 1 1)), "b": 2}]'],
  ['a /* b */ + # c\n d', '(+ a d)'],
])('lines do not end in brackets: %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['', '1:1 Expected a value, but the text ends'],
  ['a +', '1:4 Expected a value, but the text ends'],
  ['a b', '1:3 Expected the end of the expression, found "b"'],
  ['a ? b', '1:6 Expected ":" and the value for when the condition is false, but the text ends'],
  ['(a', '1:3 Expected ")", but the text ends'],
  ['[a b]', '1:4 Expected "," or "]", found "b"'],
  ['f(a b)', '1:5 Expected "," or ")", found "b"'],
  ['f(a..., b)', '1:7 Expected ")" after "...", found ","'],
  ['f::1', '1:4 Expected the name of a function, found "1"'],
  ['f::g', '1:5 Expected "(" and the arguments of the function, but the text ends'],
  ['a.', '1:3 Expected the name of an attribute, but the text ends'],
  ['a.0.1', '1:3 Write [0][1] instead of .0.1'],
  ['a.*.*', '1:5 Expected the name of an attribute, found "*"'],
  ['a[*', '1:4 Expected "]", but the text ends'],
  ['a[]', '1:3 Expected a value, found "]"'],
  ['{a 1}', '1:4 Expected "=" and the value of the key, found "1"'],
  ['{a = 1 b = 2}', '1:8 Expected ",", a new line or "}", found "b"'],
  ['{a =\n1}', '1:5 Expected a value, but the line ends'],
  ['{for = 1}', '1:6 Expected a name for each element, found "="'],
  ['[for a of b : c]', '1:8 Expected "in" and the collection, found "of"'],
  ['[for a in b c]', '1:13 Expected ":" after the collection, found "c"'],
  ['[for a in b : c => d]', '1:15 A "for" in "[ ]" makes a list, which has no keys ("=>")'],
  ['[for a in b : c...]', '1:15 A "for" in "[ ]" makes a list, which has no groups ("...")'],
  ['{for a in b : c}', '1:15 A "for" in "{ }" needs a key: "key => value"'],
  ['1.2.3', '1:1 "1.2.3" is not a number'],
  ['1e9999999999', '1:1 "1e9999999999" is too large or too small for a number'],
  ["'a'", `1:1 HCL has no character "'": texts stand in double quotes`],
  ['a & b', '1:3 HCL has no character "&": the operator is "&&"'],
  ['a /* b', '1:3 This comment has no end'],
  ['a\r', '1:2 A carriage return does not end a line without a line feed'],
])('mistakes: %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});
