import { expect, test } from 'vitest';

import { propertiesOf } from './show.ts';

const prelude = `
Parameters:
  Name: { Type: String, Default: agent }
  Free: { Type: String }
  Env: { Type: String, AllowedValues: [dev, prod] }
  Names: { Type: CommaDelimitedList, Default: 'a, b' }
Mappings:
  Sizes:
    dev: { Count: 1, Model: small, List: [x, y] }
    prod: { Count: 3, Model: large, List: [z] }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  Never: !Equals [a, b]
`;

test.each([
  ['A: !Ref Name', { A: 'agent' }],
  ['A: { Ref: Name }', { A: 'agent' }],
  ['A: !Ref X', { A: { to: 'a.yaml#X.Ref' } }],
  ['A: !GetAtt X.B.C', { A: { to: 'a.yaml#X.B.C' } }],
  ['A: !GetAtt [X, Arn]', { A: { to: 'a.yaml#X.Arn' } }],
  ['A: !Sub "${Name}-x"', { A: 'agent-x' }],
  ['A: !Ref Env', { A: { choice: 'a.yaml#Env', of: ['dev', 'prod'] } }],
  ['A: !Sub "${Env}-x"', { A: { choice: 'a.yaml#Env', of: ['dev-x', 'prod-x'] } }],
  ['A: !FindInMap [Sizes, !Ref Env, Count]', { A: { choice: 'a.yaml#Env', of: [1, 3] } }],
  ['A: !If [Never, 1, 2]', { A: 2 }],
  ['A: !If [IsProd, same, same]', { A: 'same' }],
  ['A: !Join ["-", [!Ref Name, b]]', { A: 'agent-b' }],
])('%s', (properties, expected) => {
  expect(propertiesOf(properties, prelude)).toEqual(expected);
});
