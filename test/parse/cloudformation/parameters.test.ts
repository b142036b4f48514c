import { describe, expect, test } from 'vitest';

import type { Template } from '../../../src/parse/cloudformation/template.ts';
import { parse, propertiesOf } from './show.ts';

const given = (parameters: Record<string, string>): Partial<Template> => ({
  parameters: new Map(
    Object.entries(parameters).map(([name, value]) => [
      name,
      { value, via: { what: `--cfn-parameters ${name}` } },
    ]),
  ),
});

const declared = (declaration: string, more: Partial<Template> = {}) =>
  propertiesOf('A: !Ref P', `Parameters:\n  P: ${declaration}`, more);

const none = 'Ref P < parameter P has no default; pass --cfn-parameters P=…';

describe('the value of a parameter', () => {
  test.each([
    ['{ Type: String, Default: x }', 'x'],
    ['{ Type: String, Default: 3 }', '3'],
    ['{ Type: String, Default: true }', 'true'],
    ['{ Type: String, Default: "" }', ''],
    ['{ Type: Number, Default: 3 }', 3],
    ['{ Type: Number, Default: "3.50" }', '3.50'],
    ['{ Type: String }', { unknown: none }],
    ['{ Type: String, MinLength: 1 }', { set: none }],
    ['{ Type: String, AllowedPattern: "[a-z]+" }', { set: none }],
    ['{ Type: String, AllowedPattern: "[a-z]*" }', { unknown: none }],
    ['{ Type: String, AllowedPattern: "(?<" }', { unknown: none }],
    ['{ Type: Number }', { set: none }],
    ['{ Type: "AWS::EC2::VPC::Id" }', { set: none }],
    ['{ Type: String, AllowedValues: [a, b] }', { choice: 'a.yaml#P', of: ['a', 'b'] }],
    ['{ Type: Number, AllowedValues: [1, 2] }', { choice: 'a.yaml#P', of: [1, 2] }],
    ['{ Type: String, AllowedValues: [only] }', 'only'],
    ['{ Type: String, AllowedValues: [a, b], Default: b }', 'b'],
    ['{ Type: String, NoEcho: true, Default: x }', { secret: 'x' }],
    ['{ Type: CommaDelimitedList, Default: "a, b ,c" }', ['a', 'b', 'c']],
    ['{ Type: CommaDelimitedList, Default: "" }', []],
    ['{ Type: CommaDelimitedList }', { unknown: none }],
    ['{ Type: CommaDelimitedList, AllowedValues: [a, b] }', { unknown: none }],
    ['{ Type: "List<Number>", Default: "1,2" }', [1, 2]],
    ['{ Type: "List<AWS::EC2::Subnet::Id>", Default: "subnet-1,subnet-2" }', ['subnet-1', 'subnet-2']],
    [
      '{ Type: "AWS::SSM::Parameter::Value<String>", Default: /model/id }',
      { set: 'Ref P < parameter P is read from Systems Manager /model/id when the stack is deployed' },
    ],
    [
      '{ Type: "AWS::SSM::Parameter::Value<List<String>>" }',
      { set: 'Ref P < parameter P is read from Systems Manager when the stack is deployed' },
    ],
    ['{ Type: "AWS::SSM::Parameter::Name", Default: /model/id }', '/model/id'],
    ['{ Default: untyped }', 'untyped'],
    ['x', { unknown: none }],
  ])('%s', (declaration, expected) => {
    expect(declared(declaration)).toEqual({ A: expected });
  });
});

describe('a value that is given comes before the default', () => {
  test.each([
    ['{ Type: String, Default: x }', 'y', 'y'],
    ['{ Type: Number, Default: 1 }', '30', 30],
    ['{ Type: CommaDelimitedList }', 'a,b', ['a', 'b']],
    ['{ Type: String, NoEcho: "true" }', 'hidden', { secret: 'hidden' }],
    ['{ Type: String, AllowedValues: [a, b] }', 'b', 'b'],
    [
      '{ Type: "AWS::SSM::Parameter::Value<String>" }',
      '/other',
      { set: 'Ref P < parameter P is read from Systems Manager when the stack is deployed' },
    ],
  ])('%s given %s', (declaration, value, expected) => {
    expect(declared(declaration, given({ P: value, Nobody: 'x' }))).toEqual({ A: expected });
  });

  test('and says so', () => {
    const { stacks } = parse(
      'Parameters: { P: { Type: String } }\nResources: { X: { Type: A::B::C, Properties: { A: !Ref P } } }',
      given({ P: 'v' }),
    );
    const properties = stacks[0]?.declarations[0]?.properties;
    expect(properties?.kind === 'dict' && properties.entries.get('A')).toMatchObject({
      kind: 'known',
      value: 'v',
      via: [{ what: '--cfn-parameters P' }],
    });
  });

  test('and is not told when it is secret', () => {
    expect(declared('{ Type: String, NoEcho: true, AllowedValues: [a, b] }', given({ P: 'hidden' }))).toEqual(
      {
        shown: { A: { secret: 'hidden' } },
        problems: ['a.yaml:2:3: what is given is not an allowed value of parameter P'],
      },
    );
  });

  test('even when the template does not allow it, which is a problem', () => {
    expect(declared('{ Type: String, AllowedValues: [a, b] }', given({ P: 'c' }))).toEqual({
      shown: { A: 'c' },
      problems: ['a.yaml:2:3: c is not an allowed value of parameter P'],
    });
  });
});

const missing = (name: string, option: string) => ({
  set: `Ref AWS::${name} < AWS::${name} is not known; pass ${option}`,
});

describe('pseudo parameters', () => {
  const all = ['Region', 'AccountId', 'Partition', 'URLSuffix', 'StackName', 'StackId', 'NotificationARNs'];
  const properties = all.map(name => `${name}: !Ref AWS::${name}`).join('\n');
  test('are not invented', () => {
    expect(propertiesOf(properties)).toMatchObject({
      Region: missing('Region', '--region'),
      AccountId: missing('AccountId', '--account'),
      Partition: missing('Partition', '--region or --partition'),
      URLSuffix: missing('URLSuffix', '--region or --partition'),
      StackName: { set: 'Ref AWS::StackName < AWS::StackName is known when the stack is deployed' },
      NotificationARNs: [{ more: { unknown: expect.any(String) } }],
    });
  });

  test('come from the placement', () => {
    const placement = { region: 'cn-north-1', account: '111122223333' };
    expect(propertiesOf(properties, '', { placement, stackName: 'agents' })).toMatchObject({
      Region: 'cn-north-1',
      AccountId: '111122223333',
      Partition: 'aws-cn',
      URLSuffix: 'amazonaws.com.cn',
      StackName: 'agents',
      StackId: {
        text: ['arn:aws-cn:cloudformation:cn-north-1:111122223333:stack/agents/', expect.anything()],
      },
    });
  });

  test.each([
    ['eu-west-1', 'aws'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['us-iso-east-1', 'aws-iso'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('the partition of %s is %s', (region, partition) => {
    expect(propertiesOf('A: !Ref AWS::Partition', '', { placement: { region } })).toEqual({ A: partition });
  });

  test('a partition that is given stands, known or not', () => {
    const shown = propertiesOf('A: !Ref AWS::Partition\nB: !Ref AWS::URLSuffix', '', {
      placement: { region: 'eu-west-1', partition: 'aws-new' },
    });
    expect(shown).toMatchObject({ A: 'aws-new', B: { set: expect.any(String) } });
  });
});

test('the places of a stack itself are unknown until they are given', () => {
  const { stacks } = parse('Resources: {}', { placement: { region: 'eu-west-1' } });
  expect(stacks[0]).toMatchObject({
    key: 'a.yaml',
    name: 'a.yaml',
    region: { kind: 'known', value: 'eu-west-1' },
    account: { kind: 'unknown', set: true },
    partition: { kind: 'known', value: 'aws' },
  });
});
