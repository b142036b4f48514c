import { expect, test } from 'vitest';

import { find, folder, jsonTemplate, lines, template } from './folder.ts';

const manifest = (templateFile: string): string =>
  JSON.stringify({
    version: '48.0.0',
    artifacts: {
      App: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/unknown-region',
        properties: { templateFile },
      },
    },
  });

const assembly = {
  'cdk.out/manifest.json': manifest('App.template.json'),
  'cdk.out/App.template.json': jsonTemplate,
  'cdk.out/Old.template.json': jsonTemplate,
  'cdk.out/asset.1/template.yaml': template,
};

test('an assembly is what its manifest says: no left-over of an earlier run, no asset', async () => {
  const found = await find(
    folder({ ...assembly, 'cdk.json': '{"app":"npx tsx app.ts"}', 'cdk.context.json': '{}' }),
  );
  expect(lines(found)).toEqual(['parsed cdk.out/App.template.json', 'parsed cdk.out/manifest.json']);
  expect(found.templates).toEqual([]);
  expect(found.assemblies.flatMap(one => one.templates.map(({ file }) => file.path))).toEqual([
    'cdk.out/App.template.json',
  ]);
});

test('an app that was not synthesised says what to do', async () => {
  const found = await find(
    folder({ 'cdk.json': '{}', 'other/cdk.json': '{}', ...assembly, 'apps/chat/cdk.json': '{}' }),
  );
  expect(lines(found).filter(line => line.includes('cdk.json'))).toEqual([
    'skipped apps/chat/cdk.json (a CDK app is read from what it synthesises: run `cdk synth`, and scan cdk.out)',
    'skipped other/cdk.json (a CDK app is read from what it synthesises: run `cdk synth`, and scan cdk.out)',
  ]);
});

test('a template that is named together with its assembly is read once, with what the manifest knows', async () => {
  const found = await find(folder(assembly), {
    args: ['.', 'cdk.out/App.template.json', 'cdk.out/Old.template.json'],
  });
  expect(lines(found)).toEqual([
    'parsed cdk.out/App.template.json',
    'parsed cdk.out/Old.template.json',
    'parsed cdk.out/manifest.json',
  ]);
  expect(found.templates.map(({ file }) => file.path)).toEqual(['cdk.out/Old.template.json']);
});

test('a part of an assembly that cannot be read fails the run', async () => {
  const found = await find(folder({ 'cdk.out/manifest.json': manifest('Gone.template.json') }));
  expect(lines(found)).toEqual([
    'failed cdk.out/Gone.template.json (is part of the assembly and does not exist)',
    'parsed cdk.out/manifest.json',
  ]);
  expect(found.problems).toMatchObject([{ path: 'cdk.out/Gone.template.json', fatal: true }]);
});
