import { expect, test } from 'vitest';

import { assemblyOf, key, manifest } from './memory.ts';

const stage = (directoryName: string) => ({ type: 'cdk:cloud-assembly', properties: { directoryName } });

test.for([
  {
    name: 'a manifest that is cut off',
    files: { 'cdk.out/manifest.json': '{"version":"48.0.0","artifacts":{' },
    failed: ['cdk.out/manifest.json'],
  },
  { name: 'no manifest', files: {}, failed: ['cdk.out/manifest.json'] },
  {
    name: 'a template that is not there',
    files: { 'cdk.out/manifest.json': manifest() },
    failed: ['cdk.out/App.template.json'],
  },
  {
    name: 'a template that is no JSON',
    files: { 'cdk.out/manifest.json': manifest(), 'cdk.out/App.template.json': '{"Resources": ' },
    failed: ['cdk.out/App.template.json'],
  },
  {
    name: 'a template outside',
    files: {
      'cdk.out/manifest.json': manifest({ properties: { templateFile: '../App.template.json' } }),
      'App.template.json': key,
    },
    failed: ['cdk.out/manifest.json'],
  },
  {
    name: 'a stack without template',
    files: { 'cdk.out/manifest.json': { artifacts: { App: { type: 'aws:cloudformation:stack' } } } },
    failed: ['cdk.out/manifest.json'],
  },
  {
    name: 'a stage that is not there',
    files: {
      'cdk.out/manifest.json': manifest({}, { S: stage('assembly-S') }),
      'cdk.out/App.template.json': key,
    },
    failed: ['cdk.out/assembly-S/manifest.json'],
  },
  {
    name: 'a stage outside',
    files: {
      'cdk.out/manifest.json': manifest({}, { S: stage('../other') }),
      'cdk.out/App.template.json': key,
    },
    failed: ['cdk.out/manifest.json'],
  },
])('$name fails the run', async ({ files, failed }) => {
  const { inputs, problems } = await assemblyOf(files);
  expect(inputs.filter(({ status }) => status === 'failed').map(({ path }) => path)).toEqual(failed);
  expect(new Set(inputs.map(({ path }) => path)).size).toBe(inputs.length);
  expect(problems).toMatchObject(failed.map(path => ({ path, cause: 'parse-error', fatal: true })));
});

test('stages are read once, also when they go round in circles', async () => {
  const files = {
    'cdk.out/manifest.json': manifest({}, { S: stage('assembly-S') }),
    'cdk.out/App.template.json': key,
    'cdk.out/assembly-S/manifest.json': manifest({}, { S: stage('.'), T: stage('..') }),
    'cdk.out/assembly-S/App.template.json': key,
  };
  const { templates, problems } = await assemblyOf(files);
  expect(templates.map(({ file }) => file.path)).toEqual([
    'cdk.out/App.template.json',
    'cdk.out/assembly-S/App.template.json',
  ]);
  expect(problems).toEqual([]);
});
