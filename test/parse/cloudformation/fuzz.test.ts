import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Value } from '../../../src/model/value.ts';
import { parse } from './show.ts';

const names = [
  'Ref',
  'Fn::GetAtt',
  'Fn::Sub',
  'Fn::Join',
  'Fn::Select',
  'Fn::Split',
  'Fn::If',
  'Fn::FindInMap',
];
const more = ['Fn::Base64', 'Fn::Cidr', 'Fn::GetAZs', 'Fn::Length', 'Fn::ToJsonString', 'Fn::ImportValue'];
const others = [
  'Fn::Transform',
  'Fn::ForEach::L',
  'Fn::Equals',
  'Fn::And',
  'Fn::Not',
  'Condition',
  'Fn::Nothing',
];

const leaf = fc.oneof(
  fc.constantFrom(
    'P',
    'Q',
    'L',
    'X',
    'C',
    'D',
    'M',
    'a',
    'AWS::Region',
    'AWS::NoValue',
    'X.Arn',
    '',
    '/',
    '10.0.0.0/16',
  ),
  fc.constantFrom('${P}-${Q}', '${X.Arn}', '{{resolve:ssm:${P}}}', '${', '${!P}', 'x${A}', '&{A}'),
  fc.integer({ min: -2, max: 300 }),
  fc.boolean(),
  fc.constant(null),
);

/** Trees of calls, with arguments of every kind, right and wrong. */
const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc
      .tuple(fc.constantFrom(...names, ...more, ...others), tie('tree'))
      .map(([name, value]) => ({ [name]: value })),
    fc
      .tuple(fc.constantFrom(...names, ...others), fc.array(tie('tree'), { maxLength: 4 }))
      .map(([name, value]) => ({ [name]: value })),
    fc.dictionary(fc.constantFrom('A', 'B', 'Fn::Transform', 'Fn::ForEach::K', 'K${A}'), tie('tree'), {
      maxKeys: 3,
    }),
  ),
}));

const template = fc.record({
  conditions: tree,
  mappings: tree,
  resources: tree,
  properties: tree,
  other: tree,
  output: tree,
});

test('any tree gives values and problems, and ends', () => {
  fc.assert(
    fc.property(template, ({ conditions, mappings, resources, properties, other, output }) => {
      const parsed = parse(
        JSON.stringify({
          Transform: 'AWS::Serverless-2016-10-31',
          Globals: { Function: other },
          Parameters: {
            P: { Type: 'String' },
            Q: { Type: 'String', AllowedValues: ['a', 'b', other] },
            L: { Type: 'CommaDelimitedList', Default: 'a,b' },
          },
          Conditions: { C: conditions, D: { 'Fn::Equals': [{ Ref: 'P' }, properties] } },
          Mappings: { M: mappings, N: { a: { a: other } } },
          Resources: {
            X: { Type: 'A::B::C', Properties: properties, Condition: 'C' },
            Y: { Type: 'A::B::C', Properties: { A: resources, B: other } },
            F: { Type: 'AWS::Serverless::Function', Properties: properties },
            S: { Type: 'AWS::Serverless::StateMachine', Properties: { Events: other, Policies: properties } },
            N: {
              Type: 'AWS::CloudFormation::Stack',
              Properties: { TemplateURL: other, Parameters: properties },
            },
            Z: resources,
          },
          Outputs: { O: { Value: output, Export: { Name: other } } },
        }),
      );
      const values = parsed.stacks.flatMap(({ declarations }) =>
        declarations.map(({ properties: value }) => value),
      );
      expect(values.length).toBeGreaterThan(0);
      expect(values.every(value => size(value) < 100_000)).toBe(true);
    }),
    { numRuns: 1_500, seed: 20_261_121 },
  );
});

test('any tree at all may stand for a template', () => {
  fc.assert(
    fc.property(fc.oneof(tree, fc.jsonValue()), root => {
      expect(parse(JSON.stringify(root)).stacks).toHaveLength(1);
    }),
    { numRuns: 500, seed: 7 },
  );
});

function size(value: Value): number {
  switch (value.kind) {
    case 'list':
      return sum(value.items);
    case 'dict':
      return sum([...value.entries.values()]);
    case 'text':
      return sum(value.parts.filter(part => typeof part !== 'string'));
    case 'one-of':
      return sum(value.options);
    case 'conditional':
      return sum([value.then, value.otherwise]);
    default:
      return 1;
  }
}

const sum = (values: readonly Value[]): number => values.reduce((total, value) => total + size(value), 1);
