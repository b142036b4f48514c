import { describe, expect, it } from 'vitest';

import { BudgetExceeded } from '../../../src/evaluate/language/budget.ts';
import { plainValue } from '../../../src/evaluate/language/plain-value.ts';
import type { ParameterValue } from '../../../src/model/rule.ts';
import { evaluateText, plain } from './evaluate-text.ts';

/* What a hostile rule, or a hostile resource, must not be able to do. */

const own: ParameterValue = Object.fromEntries([
  ['__proto__', 'p'],
  ['constructor', 'c'],
  ['toString', 't'],
  ['length', 3],
]);

describe('names of JavaScript are names like any other', () => {
  const data = plainValue({ tags: own, plain: { a: 'b' }, list: ['x'], text: 'abc' });

  it.each([
    ['r.plain.constructor', '<failure>'],
    ['r.plain.__proto__', '<failure>'],
    ['r.plain.toString', '<failure>'],
    ['has(r.plain.constructor)', false],
    ['has(r.plain.__proto__)', false],
    ["'constructor' in r.plain", false],
    ["r.plain['__proto__']", '<failure>'],
    ['r.list.length', '<failure>'],
    ['r.text.length', '<failure>'],
    ['r.plain.?constructor.hasValue()', false],
    ['r.tags.constructor', 'c'],
    ['r.tags.__proto__', 'p'],
    ["r.tags['toString']", 't'],
    ["'__proto__' in r.tags", true],
    ['size(r.tags)', 4],
    ["{'__proto__': 1}.__proto__", 1],
    ['constructor', '<failure>'],
    ['__proto__', '<failure>'],
    ['toString()', '<failure>'],
    ['r.text.constructor()', '<failure>'],
    ['r.statements', '<failure>'],
  ])('%s', (text, expected) => {
    expect(plain(evaluateText(text, { r: data }))).toEqual(expected);
  });
});

describe('work is bounded', () => {
  const numbers = plainValue(Array.from({ length: 300 }, (_, index) => index));

  it.each([
    'xs.exists(a, xs.exists(b, xs.exists(c, a + b + c < 0)))',
    'xs.map(a, xs.map(b, xs.map(c, [a, b, c])))',
    'cel.bind(a, xs + xs, cel.bind(b, a + a + a + a, cel.bind(c, b + b + b + b + b, c + c + c + c + c + c)))',
    'xs.all(a, xs.distinct().size() == 300)',
    'xs.all(a, [xs, xs, xs, xs].flatten().size() > 0)',
  ])('%s', text => {
    expect(() => evaluateText(text, { xs: numbers })).toThrow(BudgetExceeded);
  });

  it('stops at the budget it is given', () => {
    expect(() => evaluateText('xs.all(a, a >= 0)', { xs: numbers }, { budget: 299 })).toThrow(BudgetExceeded);
    expect(evaluateText('xs.all(a, a >= 0)', { xs: numbers }, { budget: 300 })).toBe(true);
  });

  it('makes no endless string', () => {
    const text = `cel.bind(a, x + x, cel.bind(b, a + a, cel.bind(c, b + b, c + c)))`;
    expect(evaluateText(text, { x: 'y'.repeat(100_000) })).toMatchObject({
      message: 'the string is too long',
    });
    expect(evaluateText("x.replace('y', x)", { x: 'y'.repeat(2000) })).toMatchObject({
      message: 'the string is too long',
    });
  });

  it('matches hostile patterns in linear time', () => {
    const hostile = `${'a'.repeat(100_000)}!`;
    expect(evaluateText("x.matches('(a+)+$')", { x: hostile })).toBe(false);
    expect(evaluateText("x.matches('^(a|aa)+$')", { x: hostile })).toBe(false);
    expect(evaluateText("globMatch('*a*a*a*a*a*a*a*a*b', x)", { x: hostile })).toBe(false);
    expect(evaluateText('x.trim() == x', { x: `${' '.repeat(100_000)}!${' '.repeat(100_000)}` })).toBe(false);
  });

  it.each(["x.matches('a(?=b)')", String.raw`x.matches('(a)\\1')`, "x.matches('(')"])('refuses %s', text => {
    expect(plain(evaluateText(text, { x: 'a' }))).toBe('<failure>');
  });

  it('gives up on a text of enormous length instead of comparing it', () => {
    const long = {
      kind: 'text',
      parts: ['a'.repeat(5000), { kind: 'unknown', cause: 'timeout', chain: [] }, 'b'],
    } as const;
    expect(plain(evaluateText('x.contains(y)', { x: long, y: 'c'.repeat(5000) }))).toBe('<unknown>');
  });
});
