import { expect, test } from 'vitest';

import { readParameterFile } from '../../src/catalog/template-parameters.ts';
import { regionOf } from '../../src/model/source.ts';
import { folder } from '../scan/inputs/folder.ts';
import { mistake } from './mistakes.ts';

const read = (text: string) => readParameterFile('params.json', folder({ 'params.json': text }));

test.each([
  ['the list of the AWS CLI', '[{ "ParameterKey": "Stage", "ParameterValue": "prod" }]'],
  ['CodePipeline', '{ "Parameters": { "Stage": "prod" }, "Tags": {} }'],
  ['a map', '{ "Stage": "prod" }'],
  ['YAML', 'Stage: prod\n'],
])('%s', (_, text) => {
  const { values, templates } = read(text);
  expect(values).toMatchObject([{ name: 'Stage', value: 'prod', at: { file: { path: 'params.json' } } }]);
  expect(templates).toBeUndefined();
});

test('each value has its place', () => {
  const [, second] = read('Stage: prod\nCount: 012\n').values;
  expect(second).toMatchObject({ name: 'Count', value: '012' });
  expect(second && regionOf(second.at)).toMatchObject({ line: 2, column: 1 });
});

test.each([
  ['{ "Stage": null }', ['params.json does not load', 'params.json:1:12  expected text']],
  ['{ "Stage": { "a": 1 } }', ['params.json does not load', 'params.json:1:12  expected one value']],
  [
    '[{ "ParameterKey": "Stage", "UsePreviousValue": true }]',
    [
      'the parameter file params.json cannot be used',
      'params.json:1:2  the previous value is not in view; give it as ParameterValue',
    ],
  ],
  [
    '[{ "Key": "Stage" }]',
    [
      'the parameter file params.json cannot be used',
      'params.json:1:2  expected ParameterKey and ParameterValue',
    ],
  ],
])('%s', async (text, expected) => {
  expect(await mistake(() => read(text))).toEqual(expected);
});

test('a file that is not there', async () => {
  expect(await mistake(() => readParameterFile('nope.json', folder({})))).toEqual([
    'the parameter file nope.json does not exist',
    'hint: a single value is written --cfn-parameters Name=value',
  ]);
});
