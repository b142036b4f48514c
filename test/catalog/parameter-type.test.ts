import { describe, expect, test } from 'vitest';

import { mismatch, parseArgument, parseValueType } from '../../src/catalog/parameter-type.ts';
import type { Parameter, ParameterValue } from '../../src/model/rule.ts';

const parameter = (type: string, rest: Partial<Parameter> = {}): Parameter => ({
  type,
  description: '',
  required: false,
  ...rest,
});

test.each([
  ['string', { kind: 'string' }],
  ['list<int>', { kind: 'list', of: { kind: 'int' } }],
  ['map<string, list<double>>', { kind: 'map', of: { kind: 'list', of: { kind: 'double' } } }],
  ['map<string,bool>', { kind: 'map', of: { kind: 'bool' } }],
  ['list', undefined],
  ['list<text>', undefined],
  ['map<int, string>', undefined],
  ['', undefined],
])('the type %s', (text, expected) => {
  expect(parseValueType(text)).toEqual(expected);
});

const values: readonly [Parameter, ParameterValue, string | undefined][] = [
  [parameter('string'), 'a', undefined],
  [parameter('string'), 5, 'expected string, got 5'],
  [parameter('int'), 5, undefined],
  [parameter('int'), 5.5, 'expected int, got 5.5'],
  [parameter('int'), '5', 'expected int, got "5"'],
  [parameter('double'), 5, undefined],
  [parameter('bool'), true, undefined],
  [parameter('list<string>'), ['a'], undefined],
  [parameter('list<string>'), [], undefined],
  [parameter('list<string>'), 'a', 'expected list<string>, got "a"'],
  [parameter('list<string>'), ['a', 1], 'expected list<string>, got ["a",1]'],
  [parameter('map<string, int>'), { a: 1 }, undefined],
  [parameter('map<string, int>'), [1], 'expected map<string, int>, got [1]'],
  [parameter('map<string, int>'), { a: 'x' }, 'expected map<string, int>, got {"a":"x"}'],
  [parameter('int', { min: 1 }), 0, 'expected at least 1, got 0'],
  [parameter('int', { max: 9 }), 10, 'expected at most 9, got 10'],
  [parameter('list<string>', { min: 1 }), [], 'expected at least 1 of them, got 0'],
  [parameter('string', { min: 1 }), 'a', undefined],
  [parameter('string', { values: ['LOW', 'HIGH'] }), 'LOW', undefined],
  [parameter('string', { values: ['LOW', 'HIGH'] }), 'low', 'expected one of LOW, HIGH, got "low"'],
  [parameter('list<string>', { values: ['A', 'B'] }), ['A', 'C'], 'expected one of A, B, got "C"'],
];

test.each(values)('%o takes %j: %s', (declared, value, expected) => {
  expect(mismatch(declared, value)).toBe(expected);
});

describe('on the command line', () => {
  test.each([
    ['string', 'a,b', 'a,b'],
    ['int', '12', 12],
    ['int', 'twelve', undefined],
    ['double', '-1.5', -1.5],
    ['bool', 'true', true],
    ['bool', 'yes', undefined],
    ['list<string>', 'a, b', ['a', 'b']],
    ['list<string>', '["a,b"]', ['a,b']],
    ['list<int>', '1,2', [1, 2]],
    ['list<int>', '1,x', undefined],
    ['list<list<string>>', 'a,b', undefined],
    ['map<string, int>', '{"a":1}', { a: 1 }],
    ['map<string, int>', 'a:1', undefined],
    ['list<string>', '[null]', undefined],
  ])('%s from %s', (type, text, expected) => {
    expect(parseArgument(parameter(type), text)).toEqual(expected);
  });
});
