import { expect, test } from 'vitest';

import { parse, problemLine, propertiesOf, shownProperties } from './show.ts';

const transform = 'Transform: AWS::LanguageExtensions';

test('a loop makes resources', () => {
  const text = `${transform}
Parameters: { Names: { Type: CommaDelimitedList, Default: 'docs,logs' } }
Resources:
  Fn::ForEach::Buckets:
    - Name
    - !Ref Names
    - 'Bucket\${Name}':
        Type: AWS::S3::Bucket
        Properties:
          BucketName: !Sub 'x-\${Name}'
          Plain: '\${Name}'
          Itself: !GetAtt 'Bucket\${Name}.Arn'
          Loop: !Ref Name
`;
  expect(shownProperties(parse(text))).toEqual({
    Bucketdocs: {
      BucketName: 'x-docs',
      Plain: 'docs',
      Itself: { to: 'a.yaml#Bucketdocs.Arn' },
      Loop: 'docs',
    },
    Bucketlogs: {
      BucketName: 'x-logs',
      Plain: 'logs',
      Itself: { to: 'a.yaml#Bucketlogs.Arn' },
      Loop: 'logs',
    },
  });
});

test('makes entries of properties, in loops of loops', () => {
  const properties = `
Fn::ForEach::Outer:
  - A
  - [x, y]
  - Fn::ForEach::Inner:
      - B
      - ['1', '2']
      - 'Key\${A}\${B}': '\${A}-\${B}'`;
  expect(propertiesOf(properties, transform)).toEqual({
    Keyx1: 'x-1',
    Keyx2: 'x-2',
    Keyy1: 'y-1',
    Keyy2: 'y-2',
  });
});

test('drops what no logical id may hold where it is asked to', () => {
  const properties = "Fn::ForEach::Ips:\n  - Ip\n  - ['10.0.0.1']\n  - 'Ip&{Ip}': !Ref Ip";
  expect(propertiesOf(properties, transform)).toEqual({ Ip10001: '10.0.0.1' });
});

test('makes conditions and uses them', () => {
  const text = `${transform}
Conditions:
  Fn::ForEach::Are: [E, [dev, prod], { 'Is\${E}': !Equals [!Ref E, prod] }]
Resources:
  Fn::ForEach::All:
    - E
    - [dev, prod]
    - 'R\${E}': { Type: A::B::C, Condition: 'Is\${E}' }
`;
  expect(parse(text).stacks[0]?.declarations.map(({ name }) => name)).toEqual(['Rprod']);
});

test('over what is not known opens what is around it', () => {
  const text = `${transform}
Parameters: { Names: { Type: CommaDelimitedList } }
Resources:
  Fn::ForEach::Buckets: [Name, !Ref Names, { 'B\${Name}': { Type: AWS::S3::Bucket } }]
  X:
    Type: A::B::C
    Properties:
      Fn::ForEach::Keys: [Name, !Ref Names, { 'K\${Name}': 1 }]
      Ref: !Ref Bdocs
`;
  const unseen = 'Fn::ForEach < Ref Names < parameter Names has no default; pass --cfn-parameters Names=…';
  const { stacks, problems } = parse(text);
  expect(shownProperties({ stacks, problems })).toEqual({
    X: { Ref: { unknown: `Ref Bdocs < ${unseen}` }, '…': { unknown: unseen } },
  });
  expect(stacks[0]?.openings.map(({ types }) => types)).toEqual(['all']);
  expect(problems).toEqual([]);
});

test('ends', () => {
  const many = Array.from({ length: 40 }, (_, index) => index).join(', ');
  const properties = `
Fn::ForEach::Outer:
  - A
  - [${many}]
  - Fn::ForEach::Inner:
      - B
      - [${many}]
      - 'K\${A}x\${B}': 1`;
  const shown = propertiesOf(properties, transform);
  expect(Object.keys(shown ?? {}).length).toBeLessThanOrEqual(1_001);
  expect(shown).toMatchObject({ '…': { unknown: 'Fn::ForEach::Inner makes more than 1000 entries' } });
});

test.each(['x', '[A]', '[A, [b], c]', '[[A], [b], {}]'])('refuses %s', loop => {
  const { problems } = parse(`Resources: { 'Fn::ForEach::L': ${loop} }`);
  expect(problems.map(problemLine)).toEqual([
    'a.yaml:1:14: Fn::ForEach::L needs an identifier, a collection and a map',
  ]);
});
