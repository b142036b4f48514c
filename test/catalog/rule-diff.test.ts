import { expect, test } from 'vitest';

import { diffRules } from '../../src/catalog/rule-diff.ts';
import type { Rule } from '../../src/model/rule.ts';
import { load, ruleText } from './rule-files.ts';

/** Rules by what replaces what in a rule that loads; each under its id. */
async function rulesOf(texts: Readonly<Record<string, string>>): Promise<readonly Rule[]> {
  const files = Object.entries(texts).map(([id, text]) => [
    `rules/${id}/rule.yaml`,
    text.replace('id: acme/owner', `id: ${id}`),
  ]);
  const { rules, diagnostics } = await load(Object.fromEntries(files));
  expect(diagnostics).toEqual([]);
  return rules;
}

const rule = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [old, now]) => {
    expect(text).toContain(old);
    return text.replace(old, now);
  }, ruleText);

const inPreview = ['since: "0.1"', 'since: "0.1"\nstage: preview'] as const;

test.each<[string, readonly [string, string], readonly string[], boolean]>([
  ['nothing', [rule(), rule()], [], false],
  [
    'layout alone',
    [rule(), rule(['params.ownerTag in r.tags', '"params.ownerTag\\n    in r.tags"'])],
    [],
    false,
  ],
  ['severity up', [rule(), rule(['severity: medium', 'severity: high'])], ['severity medium → high'], true],
  ['severity down', [rule(), rule(['severity: medium', 'severity: low'])], ['severity medium → low'], false],
  ['out of preview', [rule(inPreview), rule()], ['stage preview → stable'], true],
  [
    'stays in preview',
    [rule(inPreview), rule(inPreview, ['severity: medium', 'severity: high'])],
    ['severity medium → high'],
    false,
  ],
  [
    'another type',
    [rule(), rule(['for: AWS::Bedrock::Agent', 'for: [AWS::Bedrock::Agent, AWS::Bedrock::AgentAlias]'])],
    ['also looks at AWS::Bedrock::AgentAlias'],
    true,
  ],
  [
    'a type less',
    [rule(['for: AWS::Bedrock::Agent', 'for: [AWS::Bedrock::Agent, AWS::Bedrock::AgentAlias]']), rule()],
    ['does not look at AWS::Bedrock::AgentAlias any more'],
    false,
  ],
  [
    'a default',
    [rule(), rule(['default: owner', 'default: team'])],
    ['parameter ownerTag string, default "owner" → string, default "team"'],
    true,
  ],
  [
    'a parameter more',
    [
      rule(),
      rule(['params:\n', 'params:\n  days: { type: int, required: true, description: How many days. }\n']),
    ],
    ['parameter days is new and required'],
    true,
  ],
  [
    'a parameter less',
    [
      rule(['params:\n', 'params:\n  days: { type: int, default: 3, description: How many days. }\n']),
      rule(),
    ],
    ['parameter days is gone'],
    false,
  ],
  ['what a parameter means', [rule(), rule(['The key of the tag.', 'The tag.'])], [], false],
  [
    'an assertion more',
    [rule(), rule(['why:', '  - { expr: has(r.Tags), message: There are none. }\nwhy:'])],
    ['asserts has(r.Tags)', 'says otherwise: message'],
    true,
  ],
  [
    'an assertion less',
    [rule(['why:', '  - { expr: has(r.Tags), message: There are none. }\nwhy:']), rule()],
    ['does not assert has(r.Tags) any more', 'says otherwise: message'],
    false,
  ],
  [
    'where',
    [rule(), rule(['assert:', 'where: has(r.Tags)\nassert:'])],
    ['where nothing → has(r.Tags)'],
    true,
  ],
  ['texts', [rule(), rule(['Nobody knows', 'Nobody says'])], ['says otherwise: why'], false],
])('%s', async (_, [old, now], details, mayFail) => {
  const [before, after] = [await rulesOf({ 'acme/owner': old }), await rulesOf({ 'acme/owner': now })];
  const changed = {
    change: 'changed',
    id: 'acme/owner',
    title: 'Agents carry an owner tag',
    details,
    mayFail,
  };
  expect(diffRules(before, after)).toEqual(details.length === 0 ? [] : [changed]);
});

test('added, in preview and not; removed; renamed, which the alias tells', async () => {
  const before = await rulesOf({ 'acme/gone': rule(), 'acme/old-name': rule(), 'acme/owner': rule() });
  const after = await rulesOf({
    'acme/first': rule(),
    'acme/new-name': rule(
      ['since: "0.1"', 'since: "0.1"\naliases: [acme/old-name]'],
      ['severity: medium', 'severity: high'],
    ),
    'acme/owner': rule(),
    'acme/second': rule(inPreview),
  });
  const title = 'Agents carry an owner tag';
  expect(diffRules(before, after)).toEqual([
    { change: 'added', id: 'acme/first', title, details: ['medium'], mayFail: true },
    { change: 'removed', id: 'acme/gone', title, details: [], mayFail: false },
    {
      change: 'renamed',
      id: 'acme/new-name',
      from: 'acme/old-name',
      title,
      details: ['severity medium → high'],
      mayFail: true,
    },
    { change: 'added', id: 'acme/second', title, details: ['medium, in preview'], mayFail: false },
  ]);
});
