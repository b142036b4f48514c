import { expect, it } from 'vitest';

import { checkRule } from '../../../src/evaluate/language/check-rule.ts';
import type { Assertion, Rule, Snippet } from '../../../src/model/rule.ts';
import { regionOf } from '../../../src/model/source.ts';
import type { SourceFile } from '../../../src/model/source.ts';
import { regex } from './evaluate-text.ts';
import { registry } from './sample-types.ts';

const file: SourceFile = {
  path: 'rule.yaml',
  text: [
    'where: has(r.Mode)',
    'expr: |',
    '  r.Mode == "STRICT" &&',
    '    r.Modus == 1',
    'let: r.Actionz',
    'message: "{{ r.Nmae }}"',
    'at: r.Mode',
  ].join('\n'),
};

/** A one-line snippet of the file. */
function snippet(text: string): Snippet {
  const start = file.text.indexOf(text);
  return {
    text,
    at: { kind: 'span', file, start, end: start + text.length },
    lines: [{ text: 0, file: start }],
  };
}

/** The block of the expression, its indentation taken away. */
function block(): Snippet {
  const start = file.text.indexOf('r.Mode == "STRICT"');
  const second = file.text.indexOf('  r.Modus');
  const text = 'r.Mode == "STRICT" &&\n  r.Modus == 1';
  return {
    text,
    at: { kind: 'span', file, start, end: second + 14 },
    lines: [
      { text: 0, file: start },
      { text: 22, file: second },
    ],
  };
}

const assertion: Assertion = { expr: block(), message: snippet('{{ r.Nmae }}'), at: snippet('r.Mode') };

const rule: Rule = {
  id: 'test/rule',
  title: '',
  severity: 'low',
  confidence: 'high',
  subject: { kind: 'resource', types: ['AWS::Bedrock::Agent'] },
  params: {},
  let: [],
  each: [],
  assert: [assertion],
  why: '',
  fix: { summary: '' },
  themes: [],
  aka: {},
  references: [],
  since: '0.1',
  aliases: [],
  at: { kind: 'span', file, start: 0, end: 1 },
};

function check(more: Partial<Rule>): readonly string[] {
  return checkRule({ ...rule, ...more }, { registry, facts: {}, regex }).map(({ code, span }) => {
    const { line, column, endColumn } = regionOf(span);
    return `${line}:${column}-${endColumn} ${code}`;
  });
}

it('places mistakes in the lines and columns of the file, in their order', () => {
  expect(check({ where: snippet('has(r.Mode)'), let: [{ name: 'x', expr: snippet('r.Actionz') }] })).toEqual([
    '4:7-12 unknown-field',
    '5:8-15 unknown-field',
    '6:16-20 unknown-field',
  ]);
});

it('guards assertions by where, and not without it', () => {
  expect(check({})).toContain('3:5-9 maybe-absent');
});

const virtual = (text: string): Snippet => ({ text, at: rule.at, lines: [{ text: 0, file: 0 }] });
const codes = (more: Partial<Rule>): readonly string[] =>
  checkRule({ ...rule, assert: [], ...more }, { registry, facts: {} }).map(({ message }) => message);

it('types each and let by what they are made of', () => {
  const each = [{ name: 's', expr: virtual('policy.statements') }];
  const policy = { name: 'policy', expr: virtual('r.PolicyDocument') };
  expect(codes({ let: [policy], each, where: virtual("s.Effekt == 'Allow'") })).toEqual([
    "statement has no field 'Effekt'",
  ]);
  expect(codes({ let: [policy], each: [{ name: 's', expr: virtual('policy') }] })).toEqual([
    'each goes over a list, this is policy document',
  ]);
  expect(
    codes({
      let: [
        { name: 'a', expr: virtual('b') },
        { name: 'b', expr: virtual('a') },
      ],
    }),
  ).toEqual(["there is no variable 'b'"]);
  expect(codes({ where: virtual('r.AgentName') })).toEqual(['the condition must be bool, this is string']);
  expect(codes({ where: virtual('r.') })).toEqual([
    "expected a field name after '.', but the expression ends",
  ]);
});
