import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { loadFacts } from '../../src/catalog/facts.ts';
import { mismatch, parseValueType } from '../../src/catalog/parameter-type.ts';
import { loadTypes } from '../../src/catalog/types.ts';
import type { FactType } from '../../src/model/facts.ts';
import type { ParameterValue } from '../../src/model/rule.ts';

const tables = loadFacts(join(import.meta.dirname, '../../facts'));
const types = loadTypes(join(import.meta.dirname, '../../types'));
const rows = (table: string): Readonly<Record<string, ParameterValue>> => tables[table]?.rows ?? {};

describe.each(Object.entries(tables))('facts/%s.json', (_, { source, description, value, rows: all }) => {
  test('says where its facts are from and what they are', () => {
    expect(source.length).toBeGreaterThan(0);
    expect(source.filter(page => !page.startsWith('https://'))).toEqual([]);
    expect(description).toMatch(/^[A-Z].*\.$/);
  });

  test('has rows of the type that it declares, in order', () => {
    expect(
      Object.entries(all).flatMap(([key, row]) => faults(value, row).map(fault => `${key}: ${fault}`)),
    ).toEqual([]);
    expect(Object.keys(all)).toEqual(Object.keys(all).toSorted());
    expect(Object.keys(all).length).toBeGreaterThan(0);
  });

  test('cannot be changed', () => {
    expect([all, ...Object.values(all)].every(part => Object.isFrozen(part))).toBe(true);
  });
});

describe('what the tables say', () => {
  test.each([
    [
      'accelerators',
      'ml.inf2.48xlarge',
      { vendor: 'neuron', accelerator: 'Inferentia2', count: 12, neuronCores: 24, memoryGiB: 384 },
    ],
    ['accelerators', 'trn2.48xlarge', { vendor: 'neuron', neuronCores: 128, memoryGiB: 1536, hosting: true }],
    ['accelerators', 'g6f.large', { count: 1, share: 0.125, hosting: false }],
    ['inferenceProfiles', 'eu.anthropic.claude-sonnet-4-20250514-v1:0', {}],
    [
      'endpointServices',
      'bedrock-runtime',
      { prefix: 'com.amazonaws.', suffix: '.bedrock-runtime', types: ['Interface'] },
    ],
    ['endpointServices', 'qbusiness', { prefix: 'aws.api.', suffix: '.qbusiness' }],
    ['endpointServices', 's3', { types: ['Gateway', 'Interface'] }],
    ['regions', 'eu-west-2', { country: 'GB', eu: false, partition: 'aws', optIn: false }],
    ['modelLifecycle', 'amazon.nova-canvas-v1:0', { endOfLife: { 'us-east-1': '2026-09-30' } }],
  ])('%s of %s', (table, key, expected) => {
    expect(rows(table)[key]).toMatchObject(expected);
  });

  test('the EU is not where `eu.` goes: a request from London or Tel Aviv may stay there', () => {
    const profile = rows('guardrailProfiles')['eu.guardrail.v1:0'];
    expect(profile).toMatchObject({ 'il-central-1': expect.arrayContaining(['il-central-1', 'eu-west-1']) });
  });

  test('every Region that a profile goes to is a Region with a country', () => {
    const known = new Set(Object.keys(rows('regions')));
    const named = [
      'inferenceProfiles',
      'guardrailProfiles',
      'dataAutomationProfiles',
      'modelLifecycle',
      'provisionedThroughputModels',
    ].flatMap(table => regionsIn(rows(table)));
    expect(named.length).toBeGreaterThan(1000);
    expect([...new Set(named)].filter(region => !known.has(region))).toEqual([]);
  });

  test('the types of PII are those of the guardrail', () => {
    const { definitions } = types.get('AWS::Bedrock::Guardrail') ?? {};
    expect(Object.keys(rows('piiTypes'))).toEqual(
      definitions?.['PiiEntityConfig']?.['Type']?.values?.toSorted(),
    );
  });

  test('an instance type has the same accelerators on EC2 and on SageMaker', () => {
    const accelerators = rows('accelerators');
    const offered = Object.keys(accelerators).filter(name => name.startsWith('ml.'));
    expect(offered.length).toBeGreaterThan(50);
    for (const name of offered) expect(accelerators[name]).toEqual(accelerators[name.slice('ml.'.length)]);
  });
});

test('a folder with something else in it is refused', () => {
  expect(() => loadFacts(join(import.meta.dirname, '../../types'))).toThrow('is no table of facts');
});

function faults(type: FactType, value: ParameterValue): string[] {
  if (typeof type === 'string')
    return parseValueType(type) ? [wrong(type, value)].flatMap(fault => fault ?? []) : [`type ${type}`];
  if (typeof value !== 'object' || isList(value)) return ['no object'];
  const unheard = Object.keys(value).filter(key => !(key in type));
  return [
    ...unheard.map(key => `${key} is not declared`),
    ...Object.entries(type).flatMap(([key, fieldType]) => fieldFaults(key, fieldType, value[key])),
  ];
}

function fieldFaults(key: string, type: FactType, value: ParameterValue | undefined): string[] {
  const optional = typeof type === 'string' && type.endsWith('?');
  if (value === undefined) return optional ? [] : [`${key} is missing`];
  return faults(optional ? type.slice(0, -1) : type, value).map(fault => `${key}: ${fault}`);
}

const wrong = (type: string, value: ParameterValue): string | undefined =>
  mismatch({ type, description: '', required: true }, value);

const isList = (value: object): value is readonly ParameterValue[] => Array.isArray(value);

function regionsIn(value: ParameterValue): string[] {
  if (typeof value === 'string') return isRegion(value) ? [value] : [];
  if (typeof value !== 'object') return [];
  const keys = isList(value) ? [] : Object.keys(value).filter(isRegion);
  return [...keys, ...Object.values(value).flatMap(regionsIn)];
}

const isRegion = (text: string): boolean => /^[a-z]{2,4}(?:-[a-z]+)+-\d$/.test(text);
