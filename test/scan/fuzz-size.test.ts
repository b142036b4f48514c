import { expect, test } from 'vitest';

import { folder } from './inputs/folder.ts';
import type { Files } from './inputs/folder.ts';
import { fewRules, scanFolder } from './scan-folder.ts';

/*
 * Inputs that are small on disk and large in the head: each run ends in time, and what was too much is said to be unknown.
 */

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const nested = (open: string, inner: string, close: string, depth: number): string =>
  open.repeat(depth) + inner + close.repeat(depth);
const head = 'AWSTemplateFormatVersion: "2010-09-09"\n';
const agent = (property: string, more = ''): string =>
  `${head}${more}Resources:\n  Agent:\n    Type: AWS::Bedrock::Agent\n    Properties:\n      FoundationModel: ${property}\n`;

const laughs = `${head}Metadata:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${numbers(20)
  .map(level => `  a${level + 1}: &a${level + 1} [${Array(10).fill(`*a${level}`).join(', ')}]\n`)
  .join('')}Resources:\n  Agent: { Type: AWS::Bedrock::Agent, Properties: { FoundationModel: *a20 } }\n`;

const conditions = numbers(60)
  .map(index => `  C${index}: !Equals [!Ref P${index}, yes]\n`)
  .join('');
const parameters = `Parameters:\n${numbers(60)
  .map(index => `  P${index}: { Type: String }\n`)
  .join('')}`;
const chosen = numbers(60).reduce(
  (inner, index) => `!If [C${index}, "a${index}", ${inner.replace('!If', '!If')}]`,
  'b',
);

const loops = (depth: number): string =>
  numbers(depth).reduce(
    inner =>
      `{"Fn::ForEach::L${inner.length}": ["N${inner.length}", [a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t], ${inner}]}`,
    '{"X": {"Type": "AWS::Bedrock::Agent"}}',
  );

const nest = (name: string): string =>
  `${head}Resources:\n${numbers(8)
    .map(index => `  N${index}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${name} } }\n`)
    .join('')}`;

const bombs: readonly (readonly [string, Files])[] = [
  ['brackets in YAML', { 'a.yaml': agent(nested('[', '1', ']', 20_000)) }],
  [
    'brackets in JSON',
    {
      'a.json': `{"Resources":{"A":{"Type":"AWS::KMS::Key","Properties":${nested('[', '1', ']', 20_000)}}}}`,
    },
  ],
  [
    'maps in JSON',
    {
      'a.json': `{"Resources":{"A":{"Type":"AWS::KMS::Key","Properties":${nested('{"a":', '1', '}', 20_000)}}}}`,
    },
  ],
  [
    'brackets that never close',
    { 'a.json': `{"Resources":{"A":{"Type":"AWS::KMS::Key","Properties":${'['.repeat(100_000)}` },
  ],
  [
    'indentation',
    {
      'a.yaml': `${head}Resources:\n${numbers(3_000)
        .map(depth => `${' '.repeat(depth + 1)}a:\n`)
        .join('')}`,
    },
  ],
  ['aliases of aliases', { 'a.yaml': laughs }],
  ['nested functions', { 'a.yaml': agent(nested('!Sub ["${A}", { A: ', 'x', ' }]', 5_000)) }],
  ['a long text', { 'a.yaml': agent(`"${'x'.repeat(5_000_000)}"`) }],
  ['a long text of variables', { 'a.yaml': agent(`!Sub "${'${P0}-'.repeat(50_000)}"`, parameters) }],
  ['sixty conditions in a row', { 'a.yaml': agent(chosen, `${parameters}Conditions:\n${conditions}`) }],
  [
    'sixty conditions side by side',
    {
      'a.yaml': agent(
        `!Join ["", [${numbers(60)
          .map(index => `!If [C${index}, a, b]`)
          .join(', ')}]]`,
        `${parameters}Conditions:\n${conditions}`,
      ),
    },
  ],
  [
    'conditions in a circle',
    {
      'a.yaml': agent(
        'x',
        'Conditions:\n  A: !And [Condition: B, Condition: B]\n  B: !Or [Condition: A, Condition: A]\n',
      ),
    },
  ],
  [
    'conditions that double',
    {
      'a.yaml': agent(
        '!If [D40, a, b]',
        `Parameters: { P: { Type: String } }\nConditions:\n  D0: !Equals [!Ref P, x]\n${numbers(40)
          .map(index => `  D${index + 1}: !Or [Condition: D${index}, !Not [Condition: D${index}]]\n`)
          .join('')}`,
      ),
    },
  ],
  [
    'mappings that look each other up',
    {
      'a.yaml': agent(
        nested('!FindInMap [M, !FindInMap [M, a, ', '!Ref P', '], k]', 12),
        `Parameters: { P: { Type: String } }\nMappings: { M: { a: { k: a }, b: { k: b } } }\n`,
      ),
    },
  ],
  ['loops in loops', { 'a.yaml': `${head}Transform: AWS::LanguageExtensions\nResources: ${loops(8)}\n` }],
  ['a stack that nests itself', { 'a.yaml': nest('a.yaml') }],
  [
    'stacks that nest each other',
    {
      'a.yaml': nest('b.yaml'),
      'b.yaml': nest('c.yaml'),
      'c.yaml': nest('d.yaml'),
      'd.yaml': nest('e.yaml'),
      'e.yaml': nest('f.yaml'),
      'f.yaml': agent('x'),
    },
  ],
  [
    'includes that include each other',
    {
      'a.yaml': agent('{ "Fn::Transform": { Name: AWS::Include, Parameters: { Location: b.yaml } } }'),
      'b.yaml':
        'A: { "Fn::Transform": { Name: AWS::Include, Parameters: { Location: b.yaml } } }\nB: { "Fn::Transform": { Name: AWS::Include, Parameters: { Location: b.yaml } } }\n',
    },
  ],
  [
    'outputs in a circle',
    {
      'a.yaml': `${agent('!ImportValue e')}Outputs: { O: { Value: !ImportValue e, Export: { Name: e } } }\n`,
    },
  ],
  [
    'many resources',
    {
      'a.yaml': `${head}Resources:\n${numbers(20_000)
        .map(index => `  A${index}: { Type: AWS::Bedrock::Agent, Properties: { AgentName: a } }\n`)
        .join('')}`,
    },
  ],
  [
    'many statements',
    {
      'a.yaml': `${head}Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n${'          - { Effect: Allow, Action: ["bedrock:Invoke*", "s3:*"], Resource: ["arn:aws:bedrock:*:*:*", "*"] }\n'.repeat(5_000)}`,
    },
  ],
  [
    'many wildcards',
    {
      'a.yaml': `${head}Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement: { Effect: Allow, Action: "bedrock:${'*?'.repeat(3_000)}x", Resource: !Sub "arn:${'${AWS::Region}*'.repeat(500)}" }\n`,
    },
  ],
  [
    'many aliases that stand for each other',
    {
      'a.yaml': `${head}Resources:\n${numbers(300)
        .map(
          index =>
            `  V${index}: { Type: AWS::Bedrock::GuardrailVersion, Properties: { GuardrailIdentifier: !Ref V${(index + 1) % 300} } }\n`,
        )
        .join(
          '',
        )}  A: { Type: AWS::Bedrock::Agent, Properties: { GuardrailConfiguration: { GuardrailIdentifier: !Ref V0, GuardrailVersion: !GetAtt V1.Version } } }\n`,
    },
  ],
  ['many files', Object.fromEntries(numbers(300).map(index => [`f${index}/a.yaml`, agent('x')]))],
];

test.each(bombs)('%s', { timeout: 20_000 }, async (_, files) => {
  const report = await scanFolder(folder(files), [], { rules: fewRules });
  expect(report?.inputs.map(({ status }) => status)).not.toContain('skipped');
  expect(report?.gate.exitCode).toBe(report?.inputs.some(({ status }) => status === 'failed') ? 2 : 0);
});
