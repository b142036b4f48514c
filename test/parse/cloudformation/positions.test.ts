import { expect, test } from 'vitest';

import type { Value } from '../../../src/model/value.ts';
import { covered, parse } from './show.ts';

const text = `Parameters:
  ModelId: { Type: String, Default: anthropic.claude }
Mappings:
  Models: { Fast: { Id: amazon.nova } }
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      Literal: plain
      Default: !Ref ModelId
      Mapped: !FindInMap [Models, Fast, Id]
      Joined: !Sub "\${ModelId}-x"
      List:
        - first
        - { Inner: 1 }
      Missing: !Ref AWS::Region
      Long:
        "Fn::If": [Yes, chosen, other]
      Either: !If [Open, one, two]
Conditions:
  Yes: !Equals [a, a]
  Open: !Equals [!Ref AWS::Region, eu-west-1]
`;

const agent = parse(text).stacks[0]?.declarations[0];

function property(name: string): Value | undefined {
  return agent?.properties.kind === 'dict' ? agent.properties.entries.get(name) : undefined;
}

test('a resource is its whole entry', () => {
  expect(covered(agent?.at)?.split('\n')[0]).toBe('Agent:');
  expect(covered(agent?.at)).toContain('Either: !If [Open, one, two]');
});

test.each([
  ['Literal', 'Literal: plain'],
  ['Default', 'Default: !Ref ModelId'],
  ['Mapped', 'Mapped: !FindInMap [Models, Fast, Id]'],
  ['Joined', 'Joined: !Sub "${ModelId}-x"'],
  ['Missing', 'Missing: !Ref AWS::Region'],
  ['Either', 'Either: !If [Open, one, two]'],
  // The arm that is taken says more than the function around it.
  ['Long', 'chosen'],
])('%s is from its key to the end of its value', (name, expected) => {
  expect(covered(property(name)?.at)).toBe(expected);
});

test.each([
  ['Default', 'default of parameter ModelId', 'Default: anthropic.claude'],
  ['Joined', 'default of parameter ModelId', 'Default: anthropic.claude'],
  ['Mapped', 'mapping entry Id', 'Id: amazon.nova'],
])('%s says where it was decided', (name, what, expected) => {
  const value = property(name);
  const via = value?.kind === 'known' ? (value.via ?? []) : [];
  expect(via.map(link => [link.what, covered(link.at)])).toEqual([[what, expected]]);
});

test('elements of lists and arms have places of their own', () => {
  const list = property('List');
  expect(list?.kind === 'list' && list.items.map(({ at }) => covered(at))).toEqual(['first', '{ Inner: 1 }']);
  const either = property('Either');
  const arms = either?.kind === 'conditional' ? [either.then, either.otherwise] : [];
  expect(arms.map(({ at }) => covered(at))).toEqual(['one', 'two']);
});

test('a chain leads from the place of use to what is missing', () => {
  const { stacks } = parse(
    'Parameters: { P: { Type: String } }\nResources: { X: { Type: A::B::C, Properties: { A: !Ref P } } }',
  );
  const properties = stacks[0]?.declarations[0]?.properties;
  const value = properties?.kind === 'dict' ? properties.entries.get('A') : undefined;
  expect(value?.kind === 'unknown' && value.chain.map(({ what, at }) => [what, covered(at)])).toEqual([
    ['Ref P', 'A: !Ref P'],
    ['parameter P has no default; pass --cfn-parameters P=…', 'P: { Type: String }'],
  ]);
});
