import { describe, expect, test } from 'vitest';

import { propertiesOf } from './show.ts';

const prelude = `
Parameters:
  Name: { Type: String, Default: agent }
  Count: { Type: Number, Default: 2 }
  Free: { Type: String }
  Env: { Type: String, AllowedValues: [dev, prod] }
  Names: { Type: CommaDelimitedList, Default: 'a, b' }
  Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' }
Mappings:
  Sizes:
    dev: { Count: 1, Model: small, List: [x, y] }
    prod: { Count: 3, Model: large, List: [z] }
  Zones:
    eu-west-1: { Bucket: ireland }
    us-east-1: { Bucket: virginia }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  Never: !Equals [a, b]
  Always: !Not [!Equals [a, b]]
`;

const free = 'Ref Free < parameter Free has no default; pass --cfn-parameters Free=…';
const region = 'Ref AWS::Region < AWS::Region is not known; pass --region';
const env = (dev: unknown, prod: unknown) => ({ choice: 'a.yaml#Env', of: [dev, prod] });
const isProd = { equals: [{ choice: 'a.yaml#Env', of: [false, true] }, true] };

const shown = (properties: string): unknown => propertiesOf(properties, prelude);

const lookup = (text: string) => ({ set: `{{resolve:${text}}} is looked up when the stack is deployed` });

describe('Ref', () => {
  test.each([
    ['A: !Ref Name', { A: 'agent' }],
    ['A: { Ref: Name }', { A: 'agent' }],
    ['A: !Ref Count', { A: 2 }],
    ['A: !Ref X', { A: { to: 'a.yaml#X.Ref' } }],
    ['A: !Ref Names', { A: ['a', 'b'] }],
    ['A: !Ref Env', { A: env('dev', 'prod') }],
    ['A: !Ref Free', { A: { unknown: free } }],
    ['A: !Ref AWS::NoValue', {}],
    ['A: [!Ref AWS::NoValue, 1]', { A: [1] }],
    ['A: !Ref AWS::Region', { A: { set: region } }],
    ['A: { Ref: Name, Other: 1 }', { A: { Ref: 'Name', Other: 1 } }],
  ])('%s', (properties, expected) => {
    expect(shown(properties)).toEqual(expected);
  });
});

describe('GetAtt', () => {
  test.each([
    ['A: !GetAtt X.Arn', { A: { to: 'a.yaml#X.Arn' } }],
    ['A: !GetAtt X.B.C', { A: { to: 'a.yaml#X.B.C' } }],
    ['A: !GetAtt [X, B.C]', { A: { to: 'a.yaml#X.B.C' } }],
    ['A: { "Fn::GetAtt": [X, Arn] }', { A: { to: 'a.yaml#X.Arn' } }],
    ['A: { "Fn::GetAtt": X.Arn }', { A: { to: 'a.yaml#X.Arn' } }],
    ['A: !GetAtt [X, !Ref Name]', { A: { to: 'a.yaml#X.agent' } }],
    ['A: !GetAtt [X, !Ref Free]', { A: { set: 'Fn::GetAtt of a name that is not known' } }],
  ])('%s', (properties, expected) => {
    expect(shown(properties)).toEqual(expected);
  });
});

describe('Sub', () => {
  test.each([
    ['A: !Sub plain', { A: 'plain' }],
    ['A: !Sub "${Name}-${Count}"', { A: 'agent-2' }],
    ['A: !Sub "${!Name} ${Name}"', { A: '${Name} agent' }],
    ['A: !Sub ["${x}/${Name}", { x: !Ref Count }]', { A: '2/agent' }],
    ['A: !Sub "arn:${X.Arn}"', { A: { text: ['arn:', { to: 'a.yaml#X.Arn' }] } }],
    ['A: !Sub "${X}"', { A: { to: 'a.yaml#X.Ref' } }],
    ['A: !Sub "${Free}"', { A: { unknown: free } }],
    ['A: !Sub "a-${Free}-b"', { A: { text: ['a-', { unknown: free }, '-b'] } }],
    ['A: !Sub "${Env}-x"', { A: env('dev-x', 'prod-x') }],
    ['A: !Sub "${Env}-${Env}"', { A: env('dev-dev', 'prod-prod') }],
    ['A: !Sub "${ Name }"', { A: 'agent' }],
    ['A: !Sub "$Name {Name}"', { A: '$Name {Name}' }],
    ['A: !Sub ["${v}", { v: !If [IsProd, p, q] }]', { A: { if: isProd, yes: 'p', no: 'q' } }],
    ['A: !Sub "${AWS::NoValue}"', { A: '' }],
  ])('%s', (properties, expected) => {
    expect(shown(properties)).toEqual(expected);
  });
});

describe('Join', () => {
  test.each([
    ['A: !Join ["-", [a, !Ref Name, 3]]', { A: 'a-agent-3' }],
    ['A: !Join ["", []]', { A: '' }],
    ['A: !Join [",", !Ref Names]', { A: 'a,b' }],
    ['A: !Join [",", [!Ref Names, c]]', { A: 'a,b,c' }],
    ['A: !Join [",", [a, !Ref AWS::NoValue, b]]', { A: 'a,b' }],
    ['A: !Join [",", [a, !If [IsProd, p, !Ref AWS::NoValue]]]', { A: { if: isProd, yes: 'a,p', no: 'a' } }],
    ['A: !Join ["/", [a, !Ref Free, c]]', { A: { text: ['a/', { unknown: free }, '/c'] } }],
    [
      'A: !Join [",", !Ref Subnets]',
      {
        A: {
          unknown:
            'Fn::Join < Ref Subnets < parameter Subnets has no default; pass --cfn-parameters Subnets=…',
        },
      },
    ],
    ['A: !Join [",", !GetAZs ""]', { A: { unknown: expect.stringContaining('Fn::Join < Fn::GetAZs') } }],
  ])('%s', (properties, expected) => {
    expect(shown(properties)).toEqual(expected);
  });
});

describe('Select', () => {
  test.each([
    ['A: !Select [1, [a, b]]', { A: 'b' }],
    ['A: !Select ["0", !Ref Names]', { A: 'a' }],
    ['A: !Select [!FindInMap [Sizes, !Ref Env, Count], [a, b, c, d]]', { A: env('b', 'd') }],
    ['A: !Select [0, !If [IsProd, [p], [q]]]', { A: { if: isProd, yes: 'p', no: 'q' } }],
    ['A: !Select [0, [!If [IsProd, p, !Ref AWS::NoValue], q]]', { A: { if: isProd, yes: 'p', no: 'q' } }],
    ['A: !Select [7, [a]]', { A: { unknown: 'Fn::Select: the list has 1 elements and no index 7' } }],
    ['A: !Select [0, !GetAZs ""]', { A: { set: expect.stringContaining('Fn::Select < Fn::GetAZs') } }],
    ['A: !Select [!Ref Free, [a, b]]', { A: { unknown: `Fn::Select < ${free}` } }],
  ])('%s', (properties, expected) => {
    expect(shown(properties)).toEqual(expected);
  });
});

describe('Split', () => {
  test.each([
    ['A: !Split [",", "a,b"]', { A: ['a', 'b'] }],
    ['A: !Split ["--", "a-b"]', { A: ['a-b'] }],
    ['A: !Select [5, !Split [":", "arn:aws:s3:::bucket"]]', { A: 'bucket' }],
    ['A: !Split [",", !Sub "a,b${Free},c"]', { A: ['a', { more: { unknown: `Fn::Split < ${free}` } }] }],
    ['A: !Select [0, !Split [",", !Sub "a,b${Free},c"]]', { A: 'a' }],
    [
      'A: !Split [":", !Sub "arn:aws:sns:${AWS::Region}:t"]',
      { A: ['arn', 'aws', 'sns', { set: region }, 't'] },
    ],
    [
      'A: !Split [".", !Sub "a.${AWS::Region}.b"]',
      { A: ['a', { more: { unknown: `Fn::Split < ${region}` } }] },
    ],
    ['A: !Split ["-", !Sub "${Env}-x"]', { A: env(['dev', 'x'], ['prod', 'x']) }],
  ])('%s', (properties, expected) => {
    expect(shown(properties)).toEqual(expected);
  });
});

describe('If', () => {
  test.each([
    ['A: !If [Never, 1, 2]', { A: 2 }],
    ['A: !If [Always, 1, 2]', { A: 1 }],
    ['A: !If [IsProd, 1, 2]', { A: { if: isProd, yes: 1, no: 2 } }],
    ['A: !If [IsProd, same, same]', { A: 'same' }],
    ['A: !If [IsProd, { B: !Ref Name }, { B: agent }]', { A: { B: 'agent' } }],
    ['A: !If [Never, 1, !Ref AWS::NoValue]', {}],
    ['A: !If [IsProd, 1, !Ref AWS::NoValue]', { A: { if: isProd, yes: 1, no: { absent: true } } }],
    ['A: [!If [Always, !Ref AWS::NoValue, 1], 2]', { A: [2] }],
    ['A: [!If [IsProd, 1, !Ref AWS::NoValue]]', { A: [{ if: isProd, yes: 1, no: { absent: true } }] }],
    ['A: !If [IsProd, !If [IsProd, 1, 2], !If [IsProd, 3, 4]]', { A: { if: isProd, yes: 1, no: 4 } }],
  ])('%s', (properties, expected) => {
    expect(shown(properties)).toEqual(expected);
  });
});

describe('FindInMap', () => {
  const zone = 'a.yaml#Mappings.Zones[Ref !Ref AWS::Region]';
  test.each([
    ['A: !FindInMap [Sizes, dev, Model]', { A: 'small' }],
    ['A: !FindInMap [Sizes, prod, List]', { A: ['z'] }],
    ['A: !FindInMap [Sizes, !Ref Env, Model]', { A: env('small', 'large') }],
    ['A: !FindInMap [Zones, !Ref AWS::Region, Bucket]', { A: { choice: zone, of: ['ireland', 'virginia'] } }],
    ['A: !FindInMap [Sizes, test, Model, { DefaultValue: none }]', { A: 'none' }],
    ['A: !FindInMap [!Join ["", [Siz, es]], dev, Model]', { A: 'small' }],
    ['A: !FindInMap [Sizes, test, Model]', { A: { unknown: 'Fn::FindInMap: the mapping has no key test' } }],
    ['A: !FindInMap [Sizes, dev, Other]', { A: { unknown: 'Fn::FindInMap: the mapping has no key Other' } }],
    ['A: !FindInMap [Other, dev, Model]', { A: { unknown: 'Fn::FindInMap: there is no mapping Other' } }],
    ['A: !FindInMap [Zones, !Ref AWS::Region, None]', { A: expect.anything() }],
  ])('%s', (properties, expected) => {
    expect(shown(properties)).toEqual(expected);
  });
});

describe('Base64, Cidr, GetAZs, Length, ToJsonString', () => {
  const azs = 'Fn::GetAZs: the availability zones of the account are known when the stack is deployed';
  test.each([
    ['A: !Base64 "echo ä"', { A: 'ZWNobyDDpA==' }],
    ['A: { "Fn::Base64": !Sub "x ${Free}" }', { A: { set: expect.stringContaining('Fn::Base64') } }],
    ['A: !Cidr [10.0.0.0/16, 3, 8]', { A: ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24'] }],
    ['A: !Cidr [10.0.0.0/24, 2]', { A: { unknown: 'Fn::Cidr: 10.0.0.0/24 has no 2 blocks of 8 bits' } }],
    ['A: !Cidr ["2001:db8::/56", 2, 64]', { A: ['2001:db8::/64', '2001:db8:0:1::/64'] }],
    ['A: !Select [1, !Cidr [10.1.0.0/16, 4, 4]]', { A: '10.1.0.16/28' }],
    ['A: !Cidr [!Ref Free, 2, 8]', { A: [{ set: `Fn::Cidr < ${free}` }, { set: `Fn::Cidr < ${free}` }] }],
    ['A: !GetAZs ""', { A: [{ more: { set: azs } }] }],
    ['A: !Length [a, b]', { A: 2 }],
    ['A: !Length [a, !If [IsProd, b, !Ref AWS::NoValue]]', { A: { if: isProd, yes: 2, no: 1 } }],
    ['A: !Length { Ref: Names }', { A: 2 }],
    ['A: { "Fn::ToJsonString": { a: [1, true, "x\\"y"], b: {} } }', { A: '{"a":[1,true,"x\\"y"],"b":{}}' }],
    [
      'A: { "Fn::ToJsonString": { a: !GetAtt X.Arn } }',
      { A: { text: ['{"a":"', { to: 'a.yaml#X.Arn' }, '"}'] } },
    ],
    [
      'A: { "Fn::ToJsonString": { a: !If [IsProd, 1, !Ref AWS::NoValue], b: 2 } }',
      { A: { if: isProd, yes: '{"a":1,"b":2}', no: '{"b":2}' } },
    ],
  ])('%s', (properties, expected) => {
    expect(shown(properties)).toEqual(expected);
  });
});

describe('dynamic references', () => {
  test.each([
    ['A: "{{resolve:ssm:/model}}"', { A: lookup('ssm:/model') }],
    ['A: "x-{{resolve:ssm:/a:1}}-y"', { A: { text: ['x-', lookup('ssm:/a:1'), '-y'] } }],
    ['A: !Sub "{{resolve:secretsmanager:${Name}}}"', { A: lookup('secretsmanager:agent') }],
    ['A: !Sub "{{resolve:ssm:/${Free}/m}}!"', { A: { text: [lookup('ssm:/…/m'), '!'] } }],
    ['A: !Join ["", ["{{resolve:ssm:", !Ref Name, "}}"]]', { A: lookup('ssm:agent') }],
    ['A: "{{resolve"', { A: '{{resolve' }],
  ])('%s', (properties, expected) => {
    expect(shown(properties)).toEqual(expected);
  });
});

describe('what CloudFormation refuses is unknown, and said', () => {
  test.each([
    ['A: !Ref Nobody', 'Ref Nobody: the template has no parameter or resource Nobody'],
    ['A: !Ref AWS::Nothing', 'AWS::Nothing is not a pseudo parameter'],
    ['A: !Ref [a]', 'Ref needs the name of a parameter or resource'],
    ['A: !GetAtt Nobody.Arn', 'GetAtt Nobody.Arn: the template has no parameter or resource Nobody'],
    ['A: !GetAtt Nobody', 'Fn::GetAtt needs a resource and an attribute, not Nobody'],
    ['A: !Sub [1, 2]', undefined],
    ['A: !Sub { a: 1 }', 'Fn::Sub needs a text'],
    ['A: !Sub "${a-b}"', 'Fn::Sub: ${a-b} is not a name; write ${!a-b} for the text itself'],
    ['A: !Join [a]', 'Fn::Join needs a delimiter and a list'],
    ['A: !Select [1]', 'Fn::Select needs an index and a list'],
    ['A: !Select [x, [a]]', 'Fn::Select: x is not an index'],
    ['A: !Split ["", a]', 'Fn::Split needs a delimiter and a text'],
    ['A: !If [IsProd, 1]', 'Fn::If needs a condition and two values'],
    ['A: !If [Nothing, 1, 2]', 'Fn::If: the template has no condition Nothing'],
    ['A: !FindInMap [Sizes, dev]', 'Fn::FindInMap needs a map and two keys'],
    ['A: !GetAtt { a: 1 }', 'Fn::GetAtt needs a resource and an attribute'],
    ['A: !Cidr [10.0.0.0/8]', 'Fn::Cidr needs an address block and a count'],
  ])('%s', (properties, message) => {
    const outcome = propertiesOf(properties, prelude);
    expect(outcome).toEqual(
      message === undefined
        ? { A: '1' }
        : { shown: { A: { unknown: `parse-error: ${message}` } }, problems: [`a.yaml:25:7: ${message}`] },
    );
  });

  test('a function beside other keys leaves its map open', () => {
    expect(shown('A: { B: 1, "Fn::If": [IsProd, 1, 2] }')).toEqual({
      shown: { A: { B: 1, '…': { unknown: 'parse-error: Fn::If stands beside other keys' } } },
      problems: ['a.yaml:25:18: Fn::If stands beside other keys'],
    });
  });

  test('a function that nobody knows', () => {
    expect(shown('A: !Rain::Embed file')).toEqual({
      A: { unknown: 'Fn::Rain::Embed is not a function of CloudFormation that this version knows' },
    });
  });
});

test('texts of more combinations than are followed keep their choices', () => {
  const many = Array.from({ length: 9 }, (_, index) => `P${index}`);
  const parameters = many.map(name => `  ${name}: { Type: String, AllowedValues: [a, b, c] }`).join('\n');
  const text = many.map(name => `\${${name}}`).join('');
  const of = ['a', 'b', 'c'];
  expect(propertiesOf(`A: !Sub "${text}"`, `Parameters:\n${parameters}`)).toEqual({
    A: { text: many.map(name => ({ choice: `a.yaml#${name}`, of })) },
  });
});

test('a text that grows without end is not built', () => {
  const long = `Parameters:\n  P: { Type: String, Default: ${'x'.repeat(2_000)} }`;
  expect(propertiesOf(`A: !Sub "${'${P}'.repeat(600)}"`, long)).toEqual({
    A: { set: 'a text of more than 1000000 characters' },
  });
});
