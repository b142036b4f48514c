import { describe, expect, test } from 'vitest';

import { mistake } from './mistakes.ts';
import { load, mistakesIn, ruleText } from './rule-files.ts';

test('a rule with everything that its file says', async () => {
  const { rules, diagnostics } = await load({ 'rules/acme/owner/rule.yaml': ruleText });
  expect(diagnostics).toEqual([]);
  expect(rules).toMatchObject([
    {
      id: 'acme/owner',
      severity: 'medium',
      confidence: 'high',
      subject: { kind: 'resource', types: ['AWS::Bedrock::Agent'] },
      params: { ownerTag: { type: 'string', default: 'owner', required: false } },
      let: [],
      each: [],
      assert: [{ expr: { text: 'params.ownerTag in r.tags' }, at: { text: 'r.Tags' } }],
      fix: { summary: 'Add the tag to the agent.' },
      themes: ['inventory-tagging'],
      aka: {},
      aliases: [],
      since: '0.1',
    },
  ]);
});

test('expressions lead back to their place in the file', async () => {
  const { rules } = await load({ 'rules/acme/owner/rule.yaml': ruleText });
  const expr = rules[0]?.assert[0]?.expr;
  expect(ruleText.slice(expr?.at.start, expr?.at.end)).toBe('params.ownerTag in r.tags');
});

test('rules cannot be changed once they are loaded', async () => {
  const { rules } = await load({ 'rules/acme/owner/rule.yaml': ruleText });
  expect(Object.isFrozen(rules[0]?.fix)).toBe(true);
});

test('a rule about a scope has no types', async () => {
  const text = ruleText.replace('for: AWS::Bedrock::Agent', 'scope: account-region');
  const { rules } = await load({ 'rules/acme/owner/rule.yaml': text });
  expect(rules[0]?.subject).toEqual({ kind: 'scope', scope: 'account-region' });
});

describe('resource types', () => {
  test.each([
    ['[AWS::S3::Bucket, AWS::Bedrock::Agent]', ['AWS::Bedrock::Agent', 'AWS::S3::Bucket']],
    ["'AWS::Bedrock::*'", ['AWS::Bedrock::Agent', 'AWS::Bedrock::AgentAlias', 'AWS::Bedrock::Guardrail']],
    ["['AWS::Bedrock::Agent*', AWS::Bedrock::Agent]", ['AWS::Bedrock::Agent', 'AWS::Bedrock::AgentAlias']],
  ])('%s', async (written, expected) => {
    const text = ruleText.replace('for: AWS::Bedrock::Agent', `for: ${written}`);
    const { rules } = await load({ 'rules/acme/owner/rule.yaml': text });
    expect(rules[0]?.subject).toEqual({ kind: 'resource', types: expected });
  });
});

const oneMistake: readonly [string, string | RegExp, string, readonly string[]][] = [
  [
    'an unknown key',
    'severity:',
    'severty:',
    [
      '1:1 `severity` is missing',
      '3:1 unknown key `severty` (did you mean `severity`?   allowed: id, title, severity, confidence, for, scope, params, let, each, where, assert, why, fix, themes, aka, references, since, stage, aliases)',
    ],
  ],
  [
    'an unknown word',
    'severity: medium',
    'severity: hihg',
    ['3:11 "hihg" is not allowed (did you mean `high`?   allowed: critical, high, medium, low)'],
  ],
  [
    'a wrong type',
    'themes: [inventory-tagging]',
    'themes: inventory-tagging',
    ['14:9 expected a list, got "inventory-tagging"'],
  ],
  [
    'a number for text',
    'since: "0.1"',
    'since: 0.1',
    ['16:8 expected text, got 0.1 (put it in quotes: "0.1")'],
  ],
  [
    'an unknown resource type',
    'AWS::Bedrock::Agent\n',
    'AWS::Bedrock::Agnet\n',
    ['5:6 resource type "AWS::Bedrock::Agnet" is not known (did you mean AWS::Bedrock::Agent?)'],
  ],
  [
    'a glob of nothing',
    'AWS::Bedrock::Agent\n',
    "'AWS::Bedrok::*'\n",
    ['5:6 no resource type matches AWS::Bedrok::* (did you mean AWS::Bedrock::Agent?)'],
  ],
  [
    'an id that is not the path',
    'id: acme/owner',
    'id: acme/owners',
    [
      '1:1 the id is "acme/owners" but the folder is acme/owner (write `id: acme/owner` or rename the folder)',
    ],
  ],
  ['neither type nor scope', 'for: AWS::Bedrock::Agent\n', '', ['1:1 either `for` or `scope` is missing']],
  ['both type and scope', 'for:', 'scope: account\nfor:', ['1:1 `for` and `scope` exclude each other']],
  ['a default of another type', 'default: owner', 'default: 5', ['7:29 expected string, got 5']],
  [
    'a type that is none',
    'type: string',
    'type: text',
    ['7:21 "text" does not fit (string, int, double, bool, list<…> or map<string, …>.)'],
  ],
  [
    'a required parameter with a default',
    'default: owner,',
    'default: owner, required: true,',
    ['7:45 a parameter with a default is never required'],
  ],
  ['a tag', 'title: Agents', 'title: !Sub Agents', ['2:8 the tag !Sub has no meaning here']],
  [
    'a key twice',
    'severity: medium',
    'severity: medium\nseverity: low',
    ['4:1 Duplicate key "severity": the last one counts, the first is on line 3'],
  ],
  ['no assertion', /assert:\n(?: {2}.*\n)+/, 'assert: []\n', ['8:9 the list is empty']],
];

describe('mistakes', () => {
  test.each(oneMistake)('%s', async (_, from, to, expected) => {
    expect(await mistakesIn(ruleText.replace(from, to))).toEqual(expected);
  });

  test('text that is no YAML', async () => {
    const [first] = await mistakesIn('id: [acme');
    expect(first).toMatch(/^1:\d+ /);
  });

  test('of several rules, the others still load', async () => {
    const { rules, diagnostics } = await load({
      'rules/acme/owner/rule.yaml': ruleText,
      'rules/acme/other/rule.yaml': ruleText.replace('acme/owner', 'acme/other').replace('medium', 'bad'),
    });
    expect(rules.map(({ id }) => id)).toEqual(['acme/owner']);
    expect(diagnostics.map(({ path }) => path)).toEqual(['rules/acme/other/rule.yaml']);
  });

  test('an id that is another rule’s former one', async () => {
    const { diagnostics } = await load({
      'rules/acme/owner/rule.yaml': ruleText,
      'rules/acme/tag/rule.yaml': ruleText
        .replace('acme/owner', 'acme/tag')
        .concat('aliases: [acme/owner]\n'),
    });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'the id "acme/owner" is taken by rules/acme/owner/rule.yaml',
    ]);
  });
});

describe('rules that would be overlooked', () => {
  test.each([
    ['rules/rule.yaml', 'rule.yaml'],
    ['rules/acme/rule.yaml', 'acme/rule.yaml'],
    ['rules/acme/owner/rule.yml', 'acme/owner/rule.yml'],
    ['rules/a/b/c/rule.yaml', 'a/b/c/rule.yaml'],
  ])('%s', async (path, shown) => {
    expect(await mistake(() => load({ [path]: ruleText }))).toEqual([
      'a rule would not load',
      `rules/${shown} is not where rules are looked for`,
      'hint: a rule stands at rules/<domain>/<rule>/rule.yaml',
    ]);
  });

  test('a folder without any', async () => {
    expect(await mistake(() => load({ 'rules/notes.md': '' }))).toEqual([
      'rules holds no rules',
      'hint: a rule stands at rules/<domain>/<rule>/rule.yaml',
    ]);
  });
});
