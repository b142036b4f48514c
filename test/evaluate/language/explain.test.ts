import { describe, expect, it } from 'vitest';

import { explainDecision } from '../../../src/evaluate/language/explain.ts';
import { parseExpression } from '../../../src/evaluate/language/parse.ts';
import { traceExpression } from '../../../src/evaluate/language/trace.ts';
import { known } from '../../../src/model/value.ts';
import { frameOf, regex } from './evaluate-text.ts';
import { U, dictOf, line, listOf, openList, resourceOf } from './sample-values.ts';

const r = resourceOf(
  'Agent',
  dictOf({
    Name: { ...known('bot'), at: line(3) },
    Ttl: { ...known(600), at: line(4) },
    Model: { ...U, at: line(5) },
    List: listOf(known(1), known(5), known(9)),
    Open: openList(known(1)),
    Items: listOf(dictOf({ Name: known('a') }), dictOf({ Name: known('b'), Bad: known(true) })),
    Secret: { kind: 'known', value: 'hush', sensitive: true },
  }),
);

function explain(text: string): unknown {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.diagnostic.message);
  const env = { variables: new Map([['r', { slot: 0 }]]), slots: { count: 1 }, regex };
  const { expr, shown, reads } = explainDecision(parsed.expr, env, frameOf([r]));
  const part = (range: { start: number; end: number }): string => text.slice(range.start, range.end);
  return [
    part(expr),
    shown,
    ...reads.map(read => `${part(read.expr)} = ${read.shown} at ${read.place.property ?? '?'}`),
  ];
}

const noDefault = '<unknown: parameter P has no default>';

describe('what decided', () => {
  it.each<[string, readonly string[]]>([
    ["r.Name == 'bot' && r.Ttl > 900", ['r.Ttl > 900', 'false', 'r.Ttl = 600 at Ttl']],
    ["r.Ttl > 900 && r.Name == 'bot'", ['r.Ttl > 900', 'false', 'r.Ttl = 600 at Ttl']],
    [
      "r.Ttl > 900 || r.Name == 'x'",
      ["r.Ttl > 900 || r.Name == 'x'", 'false', 'r.Ttl = 600 at Ttl', 'r.Name = bot at Name'],
    ],
    ["!(r.Name == 'bot')", ["r.Name == 'bot'", 'true', 'r.Name = bot at Name']],
    ["r.Ttl > 1 ? r.Name == 'x' : true", ["r.Name == 'x'", 'false', 'r.Name = bot at Name']],
    ['r.List.all(x, x < 7)', ['x < 7', 'false', 'x = 9 at List[2]']],
    ['!r.List.exists(x, x == 5)', ['x == 5', 'true', 'x = 5 at List[1]']],
    [
      'r.List.exists(x, x > 100)',
      [
        'r.List.exists(x, x > 100)',
        'false',
        'r.List = [1, 5, 9] at List',
        'x = 1 at List[0]',
        'x = 5 at List[1]',
        'x = 9 at List[2]',
      ],
    ],
    ['r.Items.all(i, !has(i.Bad))', ['has(i.Bad)', 'true', 'i.Bad = set at Items[1].Bad']],
    ["r.Name == 'bot' && r.Model == 'm'", ['r.Model', noDefault, `r.Model = ${noDefault} at Model`]],
    ["r.Model.startsWith('a') || r.Ttl > 900", ['r.Model', noDefault, `r.Model = ${noDefault} at Model`]],
    ['r.Open.all(x, x == 1)', ['r.Open', `[1, ${noDefault}]`, `r.Open = [1, ${noDefault}] at Open`]],
    ["r.Nothing == 'x'", ['r.Nothing', '<absent>', 'r.Nothing = <absent> at Nothing']],
    ["r.Secret == 'x'", ["r.Secret == 'x'", 'false', 'r.Secret = <redacted> at Secret']],
    ['cel.bind(n, r.Name, n == "x")', ['n == "x"', 'false', 'n = bot at ?']],
  ])('%s', (text, expected) => {
    expect(explain(text)).toEqual(expected);
  });
});

it('keeps every step with its place', () => {
  const parsed = parseExpression('r.Ttl > 900');
  const env = { variables: new Map([['r', { slot: 0 }]]), slots: { count: 1 }, regex };
  const step = parsed.ok ? traceExpression(parsed.expr, env, frameOf([r])) : undefined;
  expect(step?.steps.map(({ shown, place }) => [shown, place?.origin])).toEqual([
    ['600', line(4)],
    ['900', undefined],
  ]);
});

it('cuts a long loop short', () => {
  const parsed = parseExpression('xs.all(x, xs.all(y, x + y >= 0))');
  const xs = listOf(...Array.from({ length: 100 }, (_, index) => known(index)));
  const env = { variables: new Map([['xs', { slot: 0 }]]), slots: { count: 1 }, regex };
  const step = parsed.ok ? traceExpression(parsed.expr, env, frameOf([xs])) : undefined;
  expect(step?.operand).toBe(true);
  expect(step?.steps.length).toBeLessThan(5000);
});
