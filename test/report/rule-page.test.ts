import { expect, test } from 'vitest';

import type { Case } from '../../src/model/case.ts';
import type { Rule, Snippet } from '../../src/model/rule.ts';
import type { Span } from '../../src/model/source.ts';
import { rulePage } from '../../src/report/rule-page.ts';

const span = (text: string, part = text): Span => ({
  kind: 'span',
  file: { path: 'f.yaml', text },
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
});

const snippet = (text: string): Snippet => ({ text, at: span(text), lines: [{ text: 0, file: 0 }] });

const rule: Rule = {
  id: 'acme/owner',
  title: 'Agents carry an owner tag',
  severity: 'medium',
  confidence: 'high',
  subject: { kind: 'resource', types: ['AWS::Bedrock::Agent'] },
  params: {
    level: {
      type: 'string',
      description: 'How much.',
      required: false,
      default: 'LOW',
      values: ['LOW', 'HIGH'],
    },
    models: { type: 'list<string>', description: 'Which | ones.', required: true, min: 1, max: 9 },
  },
  let: [],
  each: [],
  assert: [{ expr: snippet('true'), message: snippet('No owner on <{{ r.Name }}>.') }],
  why: 'Nobody knows whom to ask.',
  fix: { summary: 'Add it.', cloudformation: 'Tags: { owner: me }\n' },
  themes: ['inventory-tagging'],
  aka: { checkov: ['ACME_1', 'ACME_2'] },
  references: ['https://docs.aws.amazon.com/bedrock/'],
  since: '0.1',
  aliases: ['acme/old'],
  at: span(''),
};

const file = `cases:
  - cloudformation:
      Resources:
        Agent: { Type: A }
      # \`\`\` in a comment
`;

const one = (expect_: Case<unknown>['expect'], rest: Partial<Case<unknown>> = {}): Case<unknown> => ({
  name: `the ${expect_} one`,
  expect: expect_,
  params: {},
  context: {},
  input: { kind: 'cloudformation', tree: undefined, at: span(file, file.slice(file.indexOf('Resources'))) },
  file: { path: 'f.yaml', text: file },
  at: span(file),
  ...rest,
});

const whole = `<!-- Made from rule.yaml and cases.yaml by \`npx vitest run test/rules -u\`. -->

# Agents carry an owner tag

- id: \`acme/owner\`
- severity: medium
- confidence: high
- looks at: \`AWS::Bedrock::Agent\`
- themes: inventory-tagging
- since: 0.1
- formerly: \`acme/old\`

Nobody knows whom to ask.

## What fails

- No owner on \\<\`Name\`\\>.

## Fix

Add it.

CloudFormation:

\`\`\`yaml
Tags: { owner: me }
\`\`\`

## Parameters

Values stand under \`parameters\` in a policy or in \`plumbline.yaml\`.

| name | type | default | meaning |
| --- | --- | --- | --- |
| \`level\` | \`string\` | \`"LOW"\` | How much. One of \`LOW\`, \`HIGH\`. |
| \`models\` | \`list<string>\` | none: without a value the rule does not run | Which \\| ones. At least 1 element. At most 9 elements. |

## The same check elsewhere

- checkov: \`ACME_1\`, \`ACME_2\`

## References

- <https://docs.aws.amazon.com/bedrock/>

## Examples

### fail: the fail one

With \`level: "HIGH"\`, \`models: ["a", "b"]\`, \`region: "eu-west-1"\`.

\`\`\`\`yaml
Resources:
  Agent: { Type: A }
# \`\`\` in a comment
\`\`\`\`

> No owner on a.

### pass: the pass one

\`\`\`\`yaml
Resources:
  Agent: { Type: A }
# \`\`\` in a comment
\`\`\`\`
`;

test('the page says all that the files say, the worst example first', () => {
  const cases = [
    one('pass'),
    one('fail', {
      params: { level: 'HIGH', models: ['a', 'b'] },
      context: { region: 'eu-west-1' },
      messages: ['No owner on a.'],
    }),
  ];
  expect(rulePage(rule, cases)).toBe(whole);
});

test('what a rule does not have leaves no empty section', () => {
  const bare: Rule = {
    ...rule,
    params: {},
    aka: {},
    references: [],
    themes: [],
    aliases: [],
    subject: { kind: 'scope', scope: 'account' },
  };
  const page = rulePage(bare, []);
  expect(page).toContain('- looks at: each account\n');
  expect(page.match(/^## .*/gm)).toEqual(['## What fails', '## Fix']);
});

const told = `## Examples

\`unknown\`: what decides is not in the input, so that it counts as not assessed. \`not-applicable\`: the rule has nothing to ask there.

### unknown: the unknown one

Resources as they were collected. There may be more of type \`AWS::SNS::Topic\` (access-denied). With \`level: "LOW"\`. Left out: \`Owner\`. The verdict is the one of \`Agent\`.

\`\`\`\`yaml
Resources:
  Agent: { Type: A }
# \`\`\` in a comment
\`\`\`\`

Points at \`Tags[0].Key\`, \`Owner\`.

### not-applicable: the not-applicable one

Left out: the whole account.
`;

test('an example says all that its input does not show', () => {
  const at = span(file, file.slice(file.indexOf('Resources')));
  const cases = [
    one('not-applicable', { leftOut: 'the whole account' }),
    one('unknown', {
      params: { level: 'LOW' },
      leftOut: 'Owner',
      subject: 'Agent',
      properties: ['Tags[0].Key', 'Owner'],
      input: { kind: 'graph', resources: [], open: { 'AWS::SNS::Topic': 'access-denied' }, at },
    }),
  ];
  expect(rulePage(rule, cases)).toContain(told);
});

test('a Terraform example stands as it is written', () => {
  const text = 'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n';
  const source = { path: 'main.tf', text };
  const input = { kind: 'terraform', source, text, at: span(text) } as const;
  expect(rulePage(rule, [one('pass', { input })])).toContain(`\`\`\`hcl\n${text}\`\`\`\n`);
});
