import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { assert, asyncProperty, integer } from 'fast-check';
import { expect, it } from 'vitest';

import type { Report } from '../../src/model/report.ts';
import { isClearlyTemplate } from '../../src/parse/detect/text.ts';
import { randomFrom } from '../evaluate/language/random.ts';
import type { Random } from '../evaluate/language/random.ts';
import { folder } from './inputs/folder.ts';
import { fewRules, scanFolder } from './scan-folder.ts';

/*
 * Whatever the bytes of a file are, a run ends with a report or says that there is nothing to scan; and of a file that is
 * clearly a template the report has resources, or the run fails.
 */

const yaml = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Model: { Type: String, AllowedValues: [a, b] }
Conditions:
  IsProd: !Equals [!Ref Model, a]
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Condition: IsProd
    Properties:
      AgentName: &name "support \\u00e4"
      FoundationModel: !Sub "\${Model}-v1"
      Instruction: |
        Be kind.
      GuardrailConfiguration: { GuardrailIdentifier: !GetAtt Guardrail.GuardrailId, GuardrailVersion: '1' }
      Tags: { owner: *name }
  Guardrail:
    Type: AWS::Bedrock::Guardrail
    Properties:
      Name: main
      Tags: [ { Key: a, Value: b } ]
`;
const json = JSON.stringify({
  AWSTemplateFormatVersion: '2010-09-09',
  Resources: {
    Policy: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        PolicyDocument: '{"Statement":[{"Effect":"Allow","Action":"bedrock:*","Resource":"*"}]}',
        Roles: [{ Ref: 'Role' }],
      },
    },
    Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [] } } },
  },
});

const pieces = [
  '\0',
  '\u0001',
  '\u001b[31m',
  '\ufeff',
  '\ufffd',
  '\t',
  '\r',
  '\n',
  '\n---\n',
  '...',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ':',
  ': ',
  ',',
  '- ',
  '#',
  '&a ',
  '*a ',
  '!Ref ',
  '!Sub ',
  '!!binary ',
  '!<x> ',
  '%YAML 9.9\n',
  '? ',
  '| ',
  '> ',
  '<<: ',
  '\\',
  '\\u',
  '\u0024{',
  '{{',
  '}}',
  '\u2028',
  '__proto__: ',
  '1e999',
  '0x1f',
  '.nan',
  'Resources:',
  'Fn::If',
  'AWS::',
  '\ud800',
  '\u{10ffff}',
] as const;

function mutated(random: Random): Uint8Array {
  let bytes = Buffer.from(random.chance(0.5) ? yaml : json);
  for (let edits = 1 + random.below(4); edits > 0; edits -= 1) bytes = edit(bytes, random);
  return bytes;
}

function edit(bytes: Buffer<ArrayBuffer>, random: Random): Buffer<ArrayBuffer> {
  const at = random.below(bytes.length + 1);
  const to = Math.min(bytes.length, at + random.below(random.pick([2, 20, 400])));
  const piece = random.pick<() => Uint8Array>([
    () => new Uint8Array(),
    () => Buffer.from(random.pick(pieces)),
    () => Uint8Array.from({ length: 1 + random.below(4) }, () => random.below(256)),
    () => bytes.subarray(at, to),
    () => Buffer.concat([bytes.subarray(at, to), bytes.subarray(at, to)]),
  ])();
  if (random.chance(0.05)) return Buffer.from(bytes.subarray(0, at));
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(random.chance(0.5) ? at : to)]);
}

/** What is wrong with a report on one file; undefined when nothing is. */
function faultOf(report: Report | undefined, bytes: Uint8Array): string | undefined {
  if (!report)
    return isClearlyTemplate(Buffer.from(bytes).toString('latin1'))
      ? 'a template was passed over'
      : undefined;
  const [input] = report.inputs;
  if (input?.status === 'failed')
    return report.gate.exitCode === 2 ? undefined : 'what failed does not fail the run';
  return input?.resources === 0 && report.complete
    ? 'nothing was assessed, and the run is complete'
    : undefined;
}

it('ends every run, and passes no template over', async () => {
  const root = folder({});
  const tally = { reports: 0, failures: 0 };
  const holds = async (seed: number): Promise<void> => {
    const bytes = mutated(randomFrom(seed));
    writeFileSync(join(root, 'a.yaml'), bytes);
    const report = await scanFolder(root, [], { rules: fewRules });
    if (report) tally.reports += 1;
    if (report?.inputs[0]?.status === 'failed') tally.failures += 1;
    const fault = faultOf(report, bytes);
    if (fault !== undefined)
      throw new Error(`${fault}: ${JSON.stringify(Buffer.from(bytes).toString('latin1'))}`);
  };
  await assert(asyncProperty(integer(), holds), { numRuns: 2_000, seed: 1 });
  expect(tally.reports).toBeGreaterThan(1_000);
  expect(tally.failures).toBeGreaterThan(300);
}, 60_000);
