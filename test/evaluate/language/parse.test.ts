import { describe, expect, it } from 'vitest';

import type { Diagnostic } from '../../../src/evaluate/language/diagnostic.ts';
import { parseExpression } from '../../../src/evaluate/language/parse.ts';

function problemOf(text: string): Diagnostic | undefined {
  const parsed = parseExpression(text);
  return parsed.ok ? undefined : parsed.diagnostic;
}

const mistakes: readonly (readonly [
  text: string,
  message: string,
  at: readonly [number, number],
  hint?: string,
])[] = [
  ['', 'expected an expression, but the expression ends', [0, 0]],
  ['r.', "expected a field name after '.', but the expression ends", [2, 2]],
  ['r.a = 1', 'unexpected "="', [4, 5], "use '==' to compare"],
  ['r.a & r.b', 'unexpected "&"', [4, 5], "use '&&'"],
  ['r.a | r.b', 'unexpected "|"', [4, 5], "use '||'"],
  ['r.a and r.b', 'expected an operator, but found "and"', [4, 7], "use '&&'"],
  ['r.a or r.b', 'expected an operator, but found "or"', [4, 6], "use '||'"],
  ['not r.a', 'expected an operator, but found "r"', [4, 5]],
  ['r.a <> 1', 'expected an expression, but found ">"', [5, 6], "use '!='"],
  ['r.a == \u201cx\u201d', 'unexpected "\u201c"', [7, 8], 'use \' or " to quote a string'],
  ["'abc", 'the string does not end', [0, 4], "close it with '"],
  ["'a\nb'", 'the string does not end on its line', [0, 2], 'use triple quotes'],
  [
    String.raw`'\d+'`,
    String.raw`unknown escape \d`,
    [1, 3],
    String.raw`write \\ for a backslash, or a raw string: r'…'`,
  ],
  [String.raw`'\ud800'`, 'not a code point', [1, 7]],
  ['(1', "expected ')', but the expression ends", [2, 2]],
  ['[1, 2', "expected ']', but the expression ends", [5, 5]],
  ["{'a' 1}", 'expected \':\', but found "1"', [5, 6]],
  ['a ? b', "expected ':', but the expression ends", [5, 5]],
  ['1 2', 'expected an operator, but found "2"', [2, 3]],
  ['1u', 'there are no unsigned integers here', [0, 2], 'leave out the u'],
  ["b'x'", 'there are no byte strings here', [0, 2], 'leave out the b'],
  ['9007199254740993', 'the integer is beyond 2^53', [0, 16], 'write large ids as strings'],
  ['12abc', 'not a number', [0, 3]],
  ['r.x.all()', 'all() needs a variable name and an expression', [4, 9], "such as all(x, x != '')"],
  [
    'r.x.exists(1, true)',
    'exists() needs a variable name and an expression',
    [4, 19],
    "such as exists(x, x != '')",
  ],
  ['r.x.map(x)', 'map() needs a variable name and an expression', [4, 10], 'such as map(x, x.Name)'],
  ['r.x.all(k, k, true)', 'all() needs two different names', [11, 12]],
  ['has(x)', 'has() needs the selection of a field', [0, 6], 'such as has(r.Name)'],
  ["has(x['a'])", 'has() needs the selection of a field', [0, 11], 'such as has(r.Name)'],
  ['cel.bind(1, 2, 3)', 'cel.bind() needs a name, a value and an expression', [0, 17]],
  ['function == 1', "'function' is a reserved word of CEL", [0, 8], 'choose another name'],
  ['r.a; r.b', 'unexpected ";"', [3, 4], 'an expression is one value: join conditions with &&'],
  [
    '`a',
    'a field in backquotes holds letters, digits and _ . - / and spaces, and ends with a backquote',
    [0, 1],
  ],
];

describe('syntax errors', () => {
  it.each(mistakes.map(mistake => ({ mistake, text: mistake[0] })))('$text', ({ mistake }) => {
    const [text, message, [start, end], hint] = mistake;
    const expected: Diagnostic = {
      code: 'syntax',
      severity: 'error',
      message,
      start,
      end,
      ...(hint !== undefined && { hint }),
    };
    expect(problemOf(text)).toEqual(expected);
  });
});

const nested = (depth: number): string => `${'('.repeat(depth)}1${')'.repeat(depth)}`;

describe('bounds', () => {
  it.each<[string, string, string | undefined]>([
    ['60 levels', nested(60), undefined],
    ['64 levels and one', nested(64), 'the expression is nested deeper than 64'],
    ['a thousand levels', nested(1000), 'the expression is nested deeper than 64'],
    ['a thousand nots', `${'!'.repeat(1000)}true`, 'the expression is nested deeper than 64'],
    ['a thousand lists', '['.repeat(1000), 'the expression is nested deeper than 64'],
    ['a long chain', `r${'.a'.repeat(300)}`, 'the chain of selections is too long, but found "."'],
    ['1,900 terms', Array.from({ length: 1900 }, () => 'a').join('||'), undefined],
    [
      '4,100 terms',
      Array.from({ length: 4100 }, () => 'a').join('||'),
      'the expression has more than 4000 parts',
    ],
    [
      '4,100 sums',
      Array.from({ length: 2100 }, () => '1').join('+'),
      'the expression has more than 4000 parts',
    ],
    ['20,001 characters', `'${'a'.repeat(20_000)}'`, 'the expression is longer than 20000 characters'],
  ])('%s', (_name, text, message) => {
    expect(problemOf(text)?.message).toBe(message);
  });
});

describe('trees', () => {
  it('keeps the place of every part', () => {
    expect(parseExpression(' r.?Name != "x" ')).toEqual({
      ok: true,
      expr: {
        kind: 'binary',
        operator: '!=',
        left: {
          kind: 'select',
          operand: { kind: 'identifier', name: 'r', start: 1, end: 2 },
          field: 'Name',
          optional: true,
          name: { kind: 'identifier', value: 'Name', start: 4, end: 8 },
          start: 1,
          end: 8,
        },
        right: { kind: 'literal', type: 'string', value: 'x', start: 12, end: 15 },
        start: 1,
        end: 15,
      },
    });
  });

  it('reads macros with one and two variables', () => {
    const parsed = parseExpression('m.map(k, v, k + v)');
    expect(parsed).toMatchObject({ expr: { kind: 'comprehension', macro: 'map', variables: ['k', 'v'] } });
    const filtered = parseExpression('m.map(k, k > 1, k)');
    expect(filtered).toMatchObject({
      expr: { kind: 'comprehension', variables: ['k'], where: { kind: 'binary' } },
    });
  });
});
