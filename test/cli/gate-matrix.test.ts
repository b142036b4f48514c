import { expect, test } from 'vitest';

import type { Files } from '../scan/inputs/folder.ts';
import { agent, plumbline, repository } from './plumbline.ts';
import { waiversYaml, waiverYaml } from './waiver.ts';

interface Case {
  readonly files?: Files;
  readonly args?: readonly string[];
  readonly code: number;
  /** What must be said, on whichever stream. */
  readonly says: readonly string[];
}

const gate = { 'plumbline.yaml': `${repository['plumbline.yaml']}failOn: medium\n` };
const withWaivers = (...waivers: readonly string[]): Files => ({
  ...gate,
  'waivers.yaml': waiversYaml(...waivers),
});
const baseline = (...lines: readonly string[]): Files => ({
  ...gate,
  'known.json': `{ "schemaVersion": "1", "findings": [${lines.join(',')}] }`,
});
const mandatory = {
  'acme.yaml': "id: acme\ntitle: Acme\nrules: [{ match: 'acme/*', mandatory: true }]\n",
};

const cases: Readonly<Record<string, Case>> = {
  'a failure at the gate': {
    files: gate,
    code: 1,
    says: ['gate: fail-on=medium → failed (exit 1): 1 failure at or above medium'],
  },
  'a failure below the gate': { code: 0, says: ['no failure at or above high'] },
  'a template that cannot be parsed': {
    files: { 'infra/broken.yaml': 'AWSTemplateFormatVersion: "2010-09-09"\nResources: [\n' },
    code: 2,
    says: ['infra/broken.yaml:', 'cannot be parsed', '1 input could not be read; nothing is known about it'],
  },
  'an empty file': {
    args: ['empty.yaml'],
    files: { 'empty.yaml': '' },
    code: 2,
    says: ['no infrastructure files found', 'it is empty'],
  },
  'nothing to scan': {
    args: ['docs'],
    files: { 'docs/': '' },
    code: 2,
    says: ['no infrastructure files found'],
  },
  'an unknown option': {
    args: ['--fial-on', 'high'],
    code: 2,
    says: ['scan has no option --fial-on', 'did you mean --fail-on?'],
  },
  'a value that is none': {
    args: ['--fail-on', 'hihg'],
    code: 2,
    says: ['--fail-on cannot be hihg', 'did you mean high?'],
  },
  'a file that is missing': {
    args: ['infra/agnet.yaml'],
    code: 2,
    says: ['infra/agnet.yaml does not exist', 'did you mean infra/agent.yaml?'],
  },
  'a configuration that is missing': {
    args: ['--config', 'other.yaml'],
    code: 2,
    says: ['the configuration other.yaml does not exist'],
  },
  'a file of waivers that is missing': {
    args: ['--waivers', 'other.yaml'],
    code: 2,
    says: ['the file of waivers other.yaml does not exist', 'named by --waivers'],
  },
  'a baseline that is missing': {
    args: ['--baseline', 'known.json'],
    code: 2,
    says: ['the baseline known.json does not exist', '`plumbline baseline create` writes one'],
  },
  'a valid waiver': {
    files: withWaivers(waiverYaml()),
    code: 0,
    says: ['waived until 2027-02-19', '1 waived', 'internal pilot; owner @ml, approved by @security, RISK-1'],
  },
  'an expired waiver': {
    files: withWaivers(waiverYaml({ expires: '2026-11-18' })),
    code: 1,
    says: ['the waiver expired 3 days ago, on 2026-11-18; owner @ml', '1 failure at or above medium'],
  },
  'a waiver that ends soon': {
    files: withWaivers(waiverYaml({ expires: '2026-12-01' })),
    code: 0,
    says: ['expires in 10 days, on 2026-12-01'],
  },
  'a waiver of nothing': {
    files: withWaivers(waiverYaml(), waiverYaml({ resource: 'infra/agent.yaml#Gone' })),
    code: 0,
    says: ['infra/agent.yaml#Gone (owner @ml): nothing that it names fails'],
  },
  'a waiver that is too wide': {
    files: {
      ...withWaivers(waiverYaml({ resource: 'infra/*', maxFindings: 1 })),
      'infra/b.yaml': agent('{ a: b }'),
    },
    code: 1,
    says: [
      'the waiver names 2 findings and may accept 1, so it accepts none',
      '2 failures at or above medium',
    ],
  },
  'a waiver of as many as it may': {
    files: {
      ...withWaivers(waiverYaml({ resource: 'infra/*', maxFindings: 2 })),
      'infra/b.yaml': agent('{ a: b }'),
    },
    code: 0,
    says: ['2 waived'],
  },
  'a waiver of another finding': {
    files: withWaivers(waiverYaml({ finding: 'a'.repeat(32) })),
    code: 1,
    says: ['nothing that it names fails'],
  },
  'a waiver of a mandatory rule': {
    files: { ...withWaivers(waiverYaml()), ...mandatory },
    code: 1,
    says: ['the policy lets nobody waive acme/owner'],
  },
  'a waiver of an unknown rule': {
    files: withWaivers(waiverYaml({ rule: 'acme/onwer' })),
    code: 2,
    says: ['waivers.yaml:2:5', 'rule acme/onwer does not exist', 'did you mean acme/owner?'],
  },
  'a waiver of many rules': {
    files: withWaivers(waiverYaml({ rule: "'acme/*'" })),
    code: 2,
    says: ['a waiver names one rule'],
  },
  'a waiver without an end': {
    files: withWaivers(waiverYaml({ expires: undefined })),
    code: 2,
    says: ['waivers.yaml:2:5  `expires` is missing'],
  },
  'a waiver for ever': {
    files: withWaivers(waiverYaml({ expires: '2099-01-01' })),
    code: 2,
    says: ['at most 365 are allowed', 'the last day possible is 2027-11-01'],
  },
  'a waiver of everything': {
    files: withWaivers(waiverYaml({ resource: '"*"', maxFindings: 9 })),
    code: 2,
    says: ['names everything'],
  },
  'a wildcard without a number': {
    files: withWaivers(waiverYaml({ resource: 'infra/*' })),
    code: 2,
    says: ['a `*` stands for any number of resources', 'maxFindings: 3'],
  },
  'two waivers of one thing': {
    files: withWaivers(waiverYaml(), waiverYaml()),
    code: 2,
    says: ['the same is waived already at waivers.yaml:2:5'],
  },
  'a key of a waiver twice': {
    files: withWaivers(`${waiverYaml()}    owner: me\n`),
    code: 2,
    says: ['Duplicate key "owner"'],
  },
  'an unknown key of a waiver': {
    files: withWaivers(waiverYaml({ until: '2027-01-01' })),
    code: 2,
    says: ['unknown key `until`'],
  },
  'a day that is none': { args: ['--as-of', '2027-02-30'], code: 2, says: ['--as-of cannot be 2027-02-30'] },
  'a key of the configuration twice': {
    files: { 'plumbline.yaml': 'failOn: low\nfailOn: none\n' },
    code: 2,
    says: ['Duplicate key "failOn"'],
  },
  'a baseline that does not load': {
    args: ['--baseline', 'known.json'],
    files: baseline('{ "id": "x" }'),
    code: 2,
    says: ['the baseline known.json does not load'],
  },
  'a baseline of something else': {
    args: ['--baseline', 'known.json'],
    files: baseline(),
    code: 1,
    says: ['1 new failure at or above medium', 'against known.json: 1 new (1 fail), 0 unchanged, 0 fixed'],
  },
  'a run that must be complete and is not': {
    args: ['--require-complete'],
    files: {
      'infra/nested.yaml':
        'AWSTemplateFormatVersion: "2010-09-09"\nTransform: Acme::Macro\nResources:\n  T: { Type: AWS::SNS::Topic }\n',
    },
    code: 3,
    says: ['something in scope was not assessed'],
  },
};

test.each(Object.entries(cases))('%s', async (_, { files = {}, args = [], code, says }) => {
  const world = { files: { ...repository, ...files } };
  const run = () => plumbline(['scan', '--as-of', '2026-11-21', ...args], world);
  const first = await run();
  for (const text of says) expect(first.stdout + first.stderr).toContain(text);
  expect(first.code).toBe(code);
  expect(timeless(await run())).toEqual(timeless(first));
});

/** How long a run took, and the folder of the test, are all that may differ. */
const timeless = ({ code, stdout, stderr }: Awaited<ReturnType<typeof plumbline>>) =>
  [code, stdout, stderr].map(part =>
    String(part)
      .replaceAll(/\d+ ms|[\d.]+ s$/gm, 'a while')
      .replaceAll(/plumbline-inputs-\w+/g, 'folder'),
  );

test('more results than code scanning takes: the most severe of them, and what was left out is counted', async () => {
  const { sarif } = await import('../../src/report/sarif.ts');
  const { findingOn, reportOf, withOptions } = await import('../report/sample.ts');
  const results = Array.from({ length: 5_001 }, (_, index) => findingOn(`Agent${index}`, index + 1));
  const log = JSON.parse(sarif(reportOf({ results }), withOptions({})));
  expect(log.runs[0].results).toHaveLength(5_000);
  expect(log.runs[0].properties.leftOut.overLimit).toBe(1);
  expect(JSON.stringify(log.runs[0].invocations)).toContain('over the limit of this file: 1.');
});
