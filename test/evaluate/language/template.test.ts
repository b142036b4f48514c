import { expect, it } from 'vitest';

import { compileExpression } from '../../../src/evaluate/language/compile.ts';
import type { Variable } from '../../../src/evaluate/language/compiler.ts';
import { parseExpression } from '../../../src/evaluate/language/parse.ts';
import type { Slot } from '../../../src/evaluate/language/runtime.ts';
import { compileTemplate, parseTemplate } from '../../../src/evaluate/language/template.ts';
import { known } from '../../../src/model/value.ts';
import { emptyGraph, frameOf, regex } from './evaluate-text.ts';
import { U, dictOf, listOf, openList, referenceTo, resourceOf, textOf } from './sample-values.ts';

const secret = { kind: 'known', value: 'hush', sensitive: true } as const;

const r = resourceOf(
  'Agent',
  dictOf({
    Name: known('bot'),
    Ttl: known(3600),
    On: known(true),
    Model: U,
    Url: textOf('https://', referenceTo('a.yaml#Bucket', 'DomainName'), '/x'),
    Guardrail: referenceTo('a.yaml#Guardrail', 'GuardrailVersion'),
    Key: referenceTo('a.yaml#Key'),
    List: listOf(known('a'), known(1), U),
    Open: openList(known('a')),
    Long: listOf(...Array.from({ length: 9 }, (_, index) => known(index))),
    Deep: dictOf({ a: dictOf({ b: dictOf({ c: dictOf({ d: known(1) }) }) }) }),
    Secret: secret,
    Env: dictOf({ Token: secret, Plain: known('x') }),
    Evil: known('a\u001b[31m\nb\u202ec'),
    Huge: known('x'.repeat(1000)),
  }),
);

function shown(text: string, slots: Record<string, Slot> = {}): string {
  const names = ['r', ...Object.keys(slots)];
  const variables = new Map(names.map((name, slot) => [name, { slot }]));
  const template = compileTemplate(text, { variables, slots: { count: names.length }, regex });
  return template(frameOf([r, ...Object.values(slots)]));
}

it.each([
  ['no braces', 'no braces'],
  ['Agent {{ r.Name }} keeps {{ r.Ttl }} s.', 'Agent bot keeps 3600 s.'],
  ['{{ r.On ? "on" : "off" }}{{ r.name }}', 'onAgent'],
  ['{{ r.Model }}', '<unknown: parameter P has no default>'],
  ['{{ r.Missing }}', '<absent>'],
  ['{{ r.Missing.Deeper }}', '<absent>'],
  ['{{ r.?Missing }}', '<absent>'],
  ['{{ r.Ttl + "s" }}', "<error: cannot apply '+' to number and string>"],
  ['{{ r.Url }}', 'https://DomainName of Bucket/x'],
  ['{{ r.Guardrail }}', 'GuardrailVersion of Guardrail'],
  ['{{ r.Key }}', 'Key'],
  ['{{ r.List }}', 'a, 1, <unknown: parameter P has no default>'],
  ['{{ r.Open }}', 'a, <unknown: parameter P has no default>'],
  ['{{ r.Long }}', '0, 1, 2, 3, 4, … 4 more'],
  ['{{ [] }}', 'nothing'],
  ['{{ [["a"], []] }}', '["a"], []'],
  ['{{ r.Deep }}', '{"a": {"b": {"c": {…}}}}'],
  ['{{ r }}', 'Agent'],
  ['{{ r.Secret }}', '<redacted>'],
  ['{{ "x" + r.Secret }}', '<redacted>'],
  ['{{ r.Secret.lowerAscii() }}{{ r.Name }}', '<redacted>bot'],
  ['{{ r.Env }}', '{"Token": <redacted>, "Plain": "x"}'],
  ['{{ r.Env.map(k, v, v) }}', '<redacted>'],
  ['{{ r.Evil }}', 'a [31m b c'],
  ['{{ r.Huge }}', `${'x'.repeat(300)}…`],
  ["{{ {'a': {'b': 1}} }}", '{"a": {"b": 1}}'],
  ["{{ 'a}}b' }}", 'a}}b'],
  ['{{ r.Name', '{{ r.Name'],
  ['{{ r.Name ', '{{ r.Name '],
  ['{{ = }}', '{{ = }}'],
])('%s', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

it('does not print a secret that went through a variable', () => {
  const variables = new Map([['r', { slot: 0 }]]);
  const env = { variables, slots: { count: 2 }, regex };
  const parsed = parseExpression('[r.Secret + "!"]');
  const definition = parsed.ok ? compileExpression(parsed.expr, env) : () => null;
  const withLet = {
    ...env,
    variables: new Map<string, Variable>([...variables, ['copy', { slot: 1, definition }]]),
  };
  const frame = frameOf([r, undefined]);
  expect(compileTemplate('{{ copy[0] }} {{ copy }} {{ r.Name }}', withLet)(frame)).toBe(
    '<redacted> <redacted> bot',
  );
});

it.each([
  ['{{ r.Name }}', 'Agent'],
  ['{{ r.AgentName }}', 'Agent'],
  ['{{ r.ServiceName }}', '<absent>'],
  ['{{ r.Model }}', '<unknown: parameter P has no default>'],
])('calls a resource of which the name is not known what it is called: %s', (text, expected) => {
  const nameless = resourceOf('Agent', dictOf({ Name: U, Model: U }));
  const template = compileTemplate(text, {
    variables: new Map([['r', { slot: 0 }]]),
    slots: { count: 1 },
  });
  expect(template(frameOf([nameless]))).toBe(expected);
});

it('prints the name of what a reference points at when it is in view', () => {
  const target = resourceOf('Guardrail', dictOf({}), { name: 'my guardrail' });
  const template = compileTemplate('{{ r.Guardrail }}', {
    variables: new Map([['r', { slot: 0 }]]),
    slots: { count: 1 },
  });
  expect(template(frameOf([r], { graph: { ...emptyGraph, target: () => target } }))).toBe(
    'GuardrailVersion of my guardrail',
  );
});

it('places the mistakes of an expression in the template', () => {
  const { diagnostics } = parseTemplate('ab {{ r. }} {{ x = 1 }} {{ open');
  expect(diagnostics.map(({ message, start, end }) => ({ message, start, end }))).toEqual([
    { message: "expected a field name after '.', but the expression ends", start: 9, end: 9 },
    { message: 'unexpected "="', start: 17, end: 18 },
    { message: "'{{' is not closed", start: 24, end: 31 },
  ]);
});
