import { describe, expect, test } from 'vitest';

import { looksLikeCloudFormation } from '../../../src/parse/cloudformation/looks-like.ts';
import { parse, problemLine, shownProperties, template } from './show.ts';

describe('a template that is broken', () => {
  test.each([
    ['Resources: [1]', ['a.yaml:1:1: Resources is not a map (fatal)']],
    ['Resources: text', ['a.yaml:1:1: Resources is not a map (fatal)']],
    ['AWSTemplateFormatVersion: 2010-09-09', ['a.yaml:1:1: the template has no resources']],
    ['[]', ['a.yaml:1:1: the template has no resources']],
    ['Resources:', ['a.yaml:1:1: the template has no resources']],
    ['Resources: {}', []],
    ['Resources: { X: 1 }', ['a.yaml:1:14: the resource X is not a map (fatal)']],
    ['Resources: { X: { Properties: {} } }', ['a.yaml:1:14: the resource X has no type (fatal)']],
    ['Resources: { X: { Type: [a] } }', ['a.yaml:1:14: the resource X has no type (fatal)']],
    ['Resources: {}\nConditions: [1]', ['a.yaml:2:1: Conditions is not a map']],
    [
      'Resources: { X: { Type: A::B::C, Properties: [1] } }',
      ['a.yaml:1:34: the properties of X are not a map'],
    ],
    [
      'Resources: { X: { Type: A::B::C, Properties: text } }',
      ['a.yaml:1:34: the properties of X are not a map'],
    ],
  ])('%s', (text, expected) => {
    const parsed = parse(text);
    expect(parsed.problems.map(problemLine)).toEqual(expected);
    expect(parsed.stacks).toHaveLength(1);
  });

  test('is assessed as far as it can be', () => {
    const parsed = parse(
      'Resources:\n  Bad: { Properties: {} }\n  Good: { Type: A::B::C, Properties: { A: 1 } }',
    );
    expect(shownProperties(parsed)).toEqual({ Good: { A: 1 } });
    expect(parsed.problems.map(problemLine)).toEqual(['a.yaml:2:3: the resource Bad has no type (fatal)']);
  });

  test('says once what is nested twice', () => {
    const parsed = parse(
      'Resources:\n  X: { Type: A::B::C, Properties: { A: !Ref N } }\n  Y: { Type: A::B::C }',
    );
    expect(parsed.problems).toHaveLength(1);
  });
});

test('null is not a value', () => {
  const parsed = parse(
    'Resources: { X: { Type: A::B::C, Properties: { A: null, B: [null, 1], C: { D: } } } }',
  );
  expect(shownProperties(parsed)).toEqual({ X: { B: [1], C: {} } });
});

test('of two resources of one name the last counts', () => {
  const twice =
    'Resources:\n  X: { Type: A::B::C, Properties: { A: 1 } }\n  X: { Type: A::B::C, Properties: { A: 2 } }';
  expect(shownProperties(parse(twice))).toEqual({ X: { A: 2 } });
  const looped = parse(
    'Resources: { "Fn::ForEach::L": [N, [a, b], { X: { Type: "A::B::C", Properties: { A: !Ref N } } }] }',
  );
  expect(shownProperties(looped)).toEqual({ X: { A: 'b' } });
  expect(looped.problems.map(problemLine)).toEqual([
    'a.yaml:1:46: two resources are called X; the last one counts',
  ]);
});

test('a template is as deep as it may be', () => {
  const deep = `${'['.repeat(400)}1${']'.repeat(400)}`;
  const parsed = parse(`{"Resources": {"X": {"Type": "A::B::C", "Properties": {"A": ${deep}}}}}`);
  expect(JSON.stringify(shownProperties(parsed))).toContain('the template is nested too deeply');
});

test('the path of a construct comes along', () => {
  const parsed = parse('Resources: { X: { Type: A::B::C, Metadata: { "aws:cdk:path": App/Stack/X } } }');
  expect(parsed.stacks[0]?.declarations[0]?.construct).toBe('App/Stack/X');
});

test.each([
  ['AWSTemplateFormatVersion: x', true],
  ['Resources: { X: { Type: AWS::S3::Bucket } }', true],
  ['Resources: { X: { Type: Custom::Thing } }', true],
  ['Resources: { X: {}, Y: { Type: Vendor::Service::Type::MODULE } }', true],
  ['Resources: { "Fn::ForEach::L": [A, [b], { "X${A}": { Type: AWS::S3::Bucket } }] }', true],
  ['Transform: AWS::Serverless-2016-10-31', true],
  ['Resources: { X: { Type: Deployment } }', false],
  ['Resources: [AWS::S3::Bucket]', false],
  ['resources: { X: { Type: AWS::S3::Bucket } }', false],
  ['kind: Deployment', false],
  ['[]', false],
  ['text', false],
])('looks like CloudFormation: %s %s', (text, expected) => {
  expect(looksLikeCloudFormation(template(text).root)).toBe(expected);
});
