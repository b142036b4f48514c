import { expect, test } from 'vitest';

import type { Parsed } from '../../../src/model/declaration.ts';
import { parseCloudFormation } from '../../../src/parse/cloudformation/parse.ts';
import { problemLine, show, showCondition, template } from './show.ts';

const run = (files: Record<string, string>, also: Record<string, string> = {}): Parsed =>
  parseCloudFormation(
    Object.entries(files).map(([path, text]) => template(text, {}, path)),
    { readText: path => also[path] },
  );

const stacksOf = ({ stacks }: Parsed) =>
  Object.fromEntries(
    stacks.map(({ key, declarations }) => [
      key,
      Object.fromEntries(declarations.map(declaration => [declaration.key, show(declaration.properties)])),
    ]),
  );

const child = `
Parameters:
  Key: { Type: String }
  Env: { Type: String, Default: dev }
Conditions: { IsProd: !Equals [!Ref Env, prod] }
Resources:
  Bucket: { Type: AWS::S3::Bucket, Properties: { Key: !Ref Key, Stack: !Ref AWS::StackName } }
  Extra: { Type: AWS::S3::Bucket, Condition: IsProd }
Outputs:
  Name: { Value: !Ref Bucket }
  Env: { Value: !Ref Env }
`;

const parent = `
Resources:
  Key: { Type: AWS::KMS::Key }
  Storage:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./nested/child.yaml
      Parameters: { Key: !GetAtt Key.Arn, Env: prod }
  User:
    Type: A::B::C
    Properties: { Bucket: !GetAtt Storage.Outputs.Name, Env: !GetAtt Storage.Outputs.Env, None: !GetAtt Storage.Outputs.No }
`;
const nestedRun = run({ 'infra/parent.yaml': parent, 'infra/nested/child.yaml': child });

test('is part of the stack that nests it, with its arguments', () => {
  const prefix = 'infra/parent.yaml#';
  expect(stacksOf(nestedRun)).toEqual({
    'infra/parent.yaml': {
      [`${prefix}Key`]: {},
      [`${prefix}Storage`]: {
        TemplateURL: './nested/child.yaml',
        Parameters: { Key: { to: `${prefix}Key.Arn` }, Env: 'prod' },
      },
      [`${prefix}Storage/Bucket`]: {
        Key: { to: `${prefix}Key.Arn` },
        Stack: {
          text: [
            { set: 'AWS::StackName is known when the stack is deployed' },
            '-Storage-',
            { set: 'the name of the nested stack Storage' },
          ],
        },
      },
      [`${prefix}Storage/Extra`]: {},
      [`${prefix}User`]: {
        Bucket: { to: `${prefix}Storage/Bucket.Ref` },
        Env: 'prod',
        None: { unknown: expect.stringContaining('infra/nested/child.yaml has no output No') },
      },
    },
  });
});

test('says where its values come from', () => {
  const user = nestedRun.stacks[0]?.declarations.at(-1)?.properties;
  const value = user?.kind === 'dict' ? user.entries.get('Env') : undefined;
  expect(value).toMatchObject({ kind: 'known', value: 'prod' });
  expect(nestedRun.problems).toEqual([]);
});

test('without the value that it needs says who does not pass it', () => {
  const { stacks } = run({
    'p.yaml':
      'Resources: { S: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml } } }',
    'child.yaml': child,
  });
  const bucket = stacks[0]?.declarations.find(({ name }) => name === 'Bucket');
  expect(bucket && show(bucket.properties)).toMatchObject({
    Key: { unknown: 'Ref Key < parameter Key has no default; the stack S in p.yaml passes no Key' },
  });
});

test('with parameters that nobody knows takes no default for granted', () => {
  const { stacks } = run({
    'p.yaml': `
Resources:
  S:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: child.yaml, Parameters: !Rain::Embed x }`,
    'child.yaml': child,
  });
  const extra = stacks[0]?.declarations.find(({ name }) => name === 'Extra');
  expect(extra && showCondition(extra.exists)).toEqual({
    equals: [{ choice: 'p.yaml#S/Env', of: [true, false] }, true],
  });
});

test('falls back to its default where the parent passes no value', () => {
  const { stacks } = run({
    'p.yaml': `
Parameters: { E: { Type: String, AllowedValues: [x, y] } }
Conditions: { IsX: !Equals [!Ref E, x] }
Resources:
  S:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: child.yaml, Parameters: { Env: !If [IsX, prod, !Ref AWS::NoValue] } }`,
    'child.yaml': child,
  });
  const extra = stacks[0]?.declarations.find(({ name }) => name === 'Extra');
  expect(extra && showCondition(extra.exists)).toEqual({
    equals: [{ choice: 'p.yaml#E', of: [true, false] }, true],
  });
});

test('exists when the resource does that nests it', () => {
  const { stacks } = run({
    'p.yaml': `
Parameters: { E: { Type: String, AllowedValues: [x, y] } }
Conditions: { IsX: !Equals [!Ref E, x] }
Resources: { S: { Type: AWS::CloudFormation::Stack, Condition: IsX, Properties: { TemplateURL: child.yaml, Parameters: { Env: prod } } } }`,
    'child.yaml': child,
  });
  const condition = { equals: [{ choice: 'p.yaml#E', of: [true, false] }, true] };
  expect(stacks[0]?.declarations.map(({ exists }) => showCondition(exists))).toEqual([
    condition,
    condition,
    condition,
  ]);
});

test('that is read beside the templates of the run is nested too', () => {
  const twice = run(
    {
      'p.yaml': 'Resources: { S: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: c.yaml } } }',
    },
    { 'c.yaml': 'Resources: { B: { Type: A::B::C } }' },
  );
  expect(Object.keys(stacksOf(twice)['p.yaml'] ?? {})).toEqual(['p.yaml#S', 'p.yaml#S/B']);
});

test('used twice is there twice', () => {
  const twice = run({
    'p.yaml': `
Resources:
  One: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: c.yaml } }
  Two: { Type: AWS::Serverless::Application, Properties: { Location: c.yaml } }`,
    'c.yaml': 'Resources: { B: { Type: A::B::C } }',
  });
  expect(Object.keys(stacksOf(twice)['p.yaml'] ?? {})).toEqual([
    'p.yaml#One',
    'p.yaml#One/B',
    'p.yaml#Two',
    'p.yaml#Two/B',
  ]);
});
const nesting = (file: string) =>
  `Resources: { S: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${file} } } }`;

test('when templates nest each other', () => {
  const { stacks } = run({ 'a.yaml': nesting('b.yaml'), 'b.yaml': nesting('a.yaml') });
  expect(
    stacks.map(({ key, declarations }) => [key, declarations.map(declaration => declaration.key)]),
  ).toEqual([['a.yaml', ['a.yaml#S', 'a.yaml#S/S']]]);
  expect(stacks[0]?.openings).toHaveLength(1);
});

test('when a template nests itself', () => {
  const { stacks } = run({ 'a.yaml': nesting('a.yaml') });
  expect(stacks.map(({ key, openings }) => [key, openings.length])).toEqual([['a.yaml', 1]]);
});

test('when the only stack that nests it is never created', () => {
  const { stacks } = run({
    'a.yaml': `Conditions: { No: !Equals [a, b] }
Resources: { S: { Type: AWS::CloudFormation::Stack, Condition: No, Properties: { TemplateURL: b.yaml } } }`,
    'b.yaml': 'Resources: { B: { Type: A::B::C } }',
  });
  expect(stacks.map(({ key }) => key)).toEqual(['a.yaml', 'b.yaml']);
});

test('when its parent passes on what it needs itself', () => {
  const parsed = run({
    'a.yaml': `
Resources:
  S:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: b.yaml, Parameters: { P: !GetAtt S.Outputs.O } }`,
    'b.yaml': `
Parameters: { P: { Type: String } }
Resources: { B: { Type: A::B::C, Properties: { A: !Ref P } } }
Outputs: { O: { Value: !Ref P } }`,
  });
  expect(stacksOf(parsed)['a.yaml']).toMatchObject({
    'a.yaml#S/B': { A: { unknown: expect.stringContaining('depends on itself') } },
  });
});
test.each([
  ['https://s3.amazonaws.com/b/child.yaml', 'https://s3.amazonaws.com/b/child.yaml'],
  ['!Sub "https://${AWS::Region}/child.yaml"', 'its template'],
  ['./missing.yaml', './missing.yaml'],
  ['../outside.yaml', '../outside.yaml'],
  ['/etc/passwd', '/etc/passwd'],
])('what %s would bring is open', (url, named) => {
  const { stacks } = run({
    'a.yaml': `Resources: { S: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${url} } } }`,
  });
  expect(
    stacks[0]?.openings.map(({ types, because }) => [types, because.cause, because.chain[0]?.what]),
  ).toEqual([['all', 'out-of-view', `the nested stack S is made from ${named}, which is not in view`]]);
});

const exporting = `
Resources: { Key: { Type: AWS::KMS::Key } }
Outputs:
  Arn: { Value: !GetAtt Key.Arn, Export: { Name: shared-key } }
  Plain: { Value: text, Export: { Name: !Sub "shared-\${AWS::Region}" } }`;
const importing = (name: string) =>
  `Resources: { X: { Type: A::B::C, Properties: { A: { 'Fn::ImportValue': ${name} } } } }`;
const imported = (parsed: Parsed) => stacksOf(parsed)['b.yaml']?.['b.yaml#X'];

test('finds what another stack of the run exports', () => {
  expect(imported(run({ 'a.yaml': exporting, 'b.yaml': importing('shared-key') }))).toEqual({
    A: { to: 'a.yaml#Key.Arn' },
  });
});

test.each([
  ['nobody-exports', { set: 'out-of-view: no template in view exports nobody-exports' }],
  [
    '{ "Fn::Sub": "shared-${AWS::Region}" }',
    { set: expect.stringContaining('out-of-view: Fn::ImportValue') },
  ],
])('knows nothing of %s', (name, expected) => {
  expect(imported(run({ 'a.yaml': exporting, 'b.yaml': importing(name) }))).toEqual({ A: expected });
});

test('takes nothing from two stacks that export the same name', () => {
  const parsed = run({ 'a.yaml': exporting, 'b.yaml': importing('shared-key'), 'c.yaml': exporting });
  expect(imported(parsed)).toEqual({ A: { set: 'out-of-view: no template in view exports shared-key' } });
});

test('takes nothing from an output that is not there', () => {
  const conditional = `
Conditions: { No: !Equals [a, b] }
Resources: {}
Outputs: { O: { Condition: No, Value: x, Export: { Name: shared-key } } }`;
  expect(imported(run({ 'a.yaml': conditional, 'b.yaml': importing('shared-key') }))).toEqual({
    A: { set: 'out-of-view: no template in view exports shared-key' },
  });
});

const both = (own: string, other: string) => `
Resources: { X: { Type: A::B::C, Properties: { A: !ImportValue ${other} } } }
Outputs: { O: { Value: !ImportValue ${other}, Export: { Name: ${own} } } }`;

test('in circles ends', () => {
  const parsed = run({ 'a.yaml': both('a', 'b'), 'b.yaml': both('b', 'a') });
  expect(imported(parsed)).toEqual({
    A: { unknown: expect.stringContaining('output O depends on itself') },
  });
  expect(parsed.problems.map(problemLine)).toEqual([]);
});

const stackOutput = (output: string, more = ''): string =>
  `{ "Fn::GetStackOutput": { StackName: producer, OutputName: ${output}${more} } }`;

const outOfView = (output: string) => ({
  set: `out-of-view: Fn::GetStackOutput: the output ${output} of the stack producer is not in view`,
});

test('Fn::GetStackOutput finds the output of a stack whose name is known', () => {
  const producer = 'Resources: { T: { Type: A::B::C } }\nOutputs: { Name: { Value: !Ref T } }';
  const [a, b, c] = [stackOutput('Name'), stackOutput('Name', ', Region: us-east-1'), stackOutput('Names')];
  const consumer = `Resources: { X: { Type: A::B::C, Properties: { A: ${a}, B: ${b}, C: ${c} } } }`;
  const parsed = parseCloudFormation([
    template(producer, { stackName: 'producer' }, 'a.yaml'),
    template(consumer, {}, 'b.yaml'),
  ]);
  expect(stacksOf(parsed)['b.yaml']).toEqual({
    'b.yaml#X': { A: { to: 'a.yaml#T.Ref' }, B: outOfView('Name'), C: outOfView('Names') },
  });
});
