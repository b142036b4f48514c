import { expect, test } from 'vitest';

import { assemblyOf, key, manifest, place, stacksOf } from './memory.ts';

const source = 'export class App {\n  constructor() {\n    new kms.Key(this, "Key");\n  }\n}\n';
const created = (...frames: readonly string[]) => ({ type: 'aws:cdk:creationStack', data: frames });
const logicalId = (data: string, more: object = {}) => ({ type: 'aws:cdk:logicalId', data, ...more });

const asset = (letter: string): string => letter.repeat(64);

/** Where the only declaration of an assembly is found. */
async function placeOf(
  metadata: Record<string, unknown>,
  files: Record<string, unknown>,
  folder = 'cdk.out',
) {
  const parts = { [`${folder}/manifest.json`]: manifest({ metadata }), [`${folder}/App.template.json`]: key };
  const [stack] = stacksOf(await assemblyOf({ ...parts, ...files }, folder));
  const [declaration] = stack?.declarations ?? [];
  return declaration && `${declaration.construct ?? ''} ${place(declaration.at)}`;
}

test.for([
  { shape: 'inline, by creation stack', record: [logicalId('Key'), created('new App (/b/lib/app.ts:3:5)')] },
  {
    shape: 'inline, by trace',
    record: [logicalId('Key', { trace: ['x (node:a:1:1)', 'new App (/b/lib/app.ts:3:5)'] })],
  },
])('metadata $shape', async ({ record }) => {
  expect(await placeOf({ '/App/Key/Resource': record }, { 'lib/app.ts': source })).toBe(
    'App/Key/Resource lib/app.ts:3:5',
  );
});

test('metadata in a file of its own', async () => {
  const assembly = await assemblyOf({
    'cdk.out/manifest.json': manifest({ additionalMetadataFile: 'App.metadata.json' }),
    'cdk.out/App.template.json': key,
    'cdk.out/App.metadata.json': { '/App/Key': [logicalId('Key'), created('new App (/b/lib/app.ts:3:5)')] },
    'lib/app.ts': source,
  });
  const [declaration] = stacksOf(assembly)[0]?.declarations ?? [];
  expect(declaration && place(declaration.at)).toBe('lib/app.ts:3:5');
  expect(declaration?.generated && place(declaration.generated)).toBe('cdk.out/App.template.json:3:3');
});

const here = created('...aws-cdk-lib...', 'new App (/b/lib/app.ts:3:5)');
const nowhere = created(
  '...aws-cdk-lib...',
  '(no user code in 10 frames, use --stack-trace-limit to capture more)',
);

test.for([
  {
    name: 'its ancestor',
    metadata: { '/App/Vpc': [here], '/App/Vpc/Subnet/Key': [logicalId('Key'), nowhere] },
  },
  {
    name: 'the resource of its ancestor',
    metadata: { '/App/Vpc/Resource': [here], '/App/Vpc/Subnet/Key': [logicalId('Key'), nowhere] },
  },
  {
    name: 'the nearest of several',
    metadata: {
      '/App': [created('/b/bin/app.ts:1:1')],
      '/App/Vpc': [here],
      '/App/Vpc/Subnet/Key': [logicalId('Key')],
    },
  },
])('a construct without a frame of its own has that of $name', async ({ metadata }) => {
  const files = { 'lib/app.ts': source, 'bin/app.ts': source };
  expect(await placeOf(metadata, files)).toBe('App/Vpc/Subnet/Key lib/app.ts:3:5');
});

test.for([
  {
    name: 'the longest end wins',
    files: { 'b/lib/app.ts': source, 'lib/app.ts': source },
    expected: 'b/lib/app.ts:3:5',
  },
  {
    name: 'beside the assembly before the root',
    files: { 'apps/x/lib/app.ts': source, 'lib/app.ts': source },
    expected: 'apps/x/lib/app.ts:3:5',
  },
  {
    name: 'any folder around the assembly',
    files: { 'apps/lib/app.ts': source },
    expected: 'apps/lib/app.ts:3:5',
  },
  {
    name: 'a bare name beside the assembly',
    files: { 'apps/x/app.ts': source },
    expected: 'apps/x/app.ts:3:5',
  },
  { name: 'a bare name anywhere else is another file', files: { 'app.ts': source }, expected: undefined },
  { name: 'a file that has changed since', files: { 'lib/app.ts': 'export {};\n' }, expected: undefined },
  { name: 'a line that is shorter now', files: { 'lib/app.ts': '\n\n  {\n' }, expected: undefined },
])('sources: $name', async ({ files, expected = 'apps/x/cdk.out/App.template.json:3:3' }) => {
  const metadata = { '/App/Key': [logicalId('Key'), created('new App (/b/lib/app.ts:3:5)')] };
  expect(await placeOf(metadata, files, 'apps/x/cdk.out')).toBe(`App/Key ${expected}`);
});

test('a frame without column points at the statement', async () => {
  const metadata = { '/App/Key': [logicalId('Key'), created('file:///b/lib/app.ts:3 (:)')] };
  expect(await placeOf(metadata, { 'lib/app.ts': source })).toBe('App/Key lib/app.ts:3:5');
});

test('frames cannot climb out of the repository', async () => {
  const metadata = { '/App/Key': [logicalId('Key'), created('new App (/b/../../etc/app.ts:3:5)')] };
  expect(await placeOf(metadata, { 'etc/app.ts': source })).toBe('App/Key cdk.out/App.template.json:3:3');
});

test('nested stacks of old assemblies are told by the asset in their URL, also when logical ids repeat', async () => {
  const nest = (letter: string, id: string) => ({
    Resources: {
      [id]: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: {
          TemplateURL: { 'Fn::Join': ['', ['https://s3.x/assets/', { Ref: 'X' }, `/${asset(letter)}.json`]] },
        },
      },
    },
  });
  const stackRecord = (id: string) => [logicalId(id)];
  const assembly = await assemblyOf({
    'cdk.out/manifest.json': manifest(
      {
        metadata: {
          '/App/A.NestedStack/A.NestedStackResource': stackRecord('Inner'),
          '/App/A/B.NestedStack/B.NestedStackResource': stackRecord('Inner'),
          '/App/A/B/Key/Resource': [logicalId('Key')],
          '/App/Key/Resource': [logicalId('Key')],
        },
      },
      { 'App.assets': { type: 'cdk:asset-manifest', properties: { file: 'App.assets.json' } } },
    ),
    'cdk.out/App.assets.json': {
      files: {
        [asset('a')]: { source: { path: 'A.nested.template.json' } },
        [asset('b')]: { source: { path: 'B.nested.template.json' } },
      },
    },
    'cdk.out/App.template.json': { Resources: { ...nest('a', 'Inner').Resources, ...key.Resources } },
    'cdk.out/A.nested.template.json': nest('b', 'Inner'),
    'cdk.out/B.nested.template.json': key,
  });
  const [stack] = stacksOf(assembly);
  expect(stack?.openings).toEqual([]);
  expect(stack?.declarations.map(({ key: id, construct }) => [id.split('#')[1], construct])).toEqual([
    ['Inner', 'App/A.NestedStack/A.NestedStackResource'],
    ['Inner/Inner', 'App/A/B.NestedStack/B.NestedStackResource'],
    ['Inner/Inner/Key', 'App/A/B/Key/Resource'],
    ['Key', 'App/Key/Resource'],
  ]);
});

test('a template that nests itself has an end, and what is behind it stays open', async () => {
  const self = {
    Resources: {
      Self: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'App.template.json' } },
    },
  };
  const assembly = await assemblyOf({
    'cdk.out/manifest.json': manifest(),
    'cdk.out/App.template.json': self,
  });
  const [stack] = stacksOf(assembly);
  expect(stack?.declarations).toHaveLength(1);
  expect(stack?.openings).toMatchObject([{ types: 'all', because: { cause: 'out-of-view' } }]);
});

test.for([
  { environment: 'aws://111122223333/eu-west-1', expected: { account: '111122223333', region: 'eu-west-1' } },
  { environment: 'aws://unknown-account/eu-west-1', expected: { region: 'eu-west-1' } },
  { environment: 'aws://111122223333/unknown-region', expected: { account: '111122223333' } },
  { environment: 'aws://unknown-account/unknown-region', expected: {} },
  { environment: 'nonsense', expected: {} },
])('environment $environment', async ({ environment, expected }) => {
  const files = { 'cdk.out/manifest.json': manifest({ environment }), 'cdk.out/App.template.json': key };
  expect((await assemblyOf(files)).templates.map(({ placement }) => placement)).toEqual([expected]);
});

test('parameters, names and tags of the manifest reach the template', async () => {
  const properties = {
    parameters: { Days: 30, Model: 'titan' },
    stackName: 'app-live',
    tags: { team: 'ai' },
  };
  const template = {
    Parameters: { Days: { Type: 'Number' }, Model: { Type: 'String', Default: 'other' } },
    Resources: {
      Group: {
        Type: 'AWS::Logs::LogGroup',
        Properties: { LogGroupName: { Ref: 'Model' }, RetentionInDays: { Ref: 'Days' } },
      },
      CDKMetadata: { Type: 'AWS::CDK::Metadata', Properties: { Analytics: 'v2:deflate64:x' } },
    },
  };
  const files = { 'cdk.out/manifest.json': manifest({ properties }), 'cdk.out/App.template.json': template };
  const assembly = await assemblyOf(files);
  const [stack] = stacksOf(assembly);
  expect(stack?.name).toBe('app-live');
  expect(stack?.tags?.entries.get('team')).toMatchObject({
    kind: 'known',
    value: 'ai',
    at: { file: { path: 'cdk.out/manifest.json' } },
  });
  expect(stack?.declarations.map(({ name }) => name)).toEqual(['Group']);
  const group = stack?.declarations[0]?.properties;
  expect(group?.kind === 'dict' && group.entries.get('LogGroupName')).toMatchObject({
    kind: 'known',
    value: 'titan',
    via: [
      {
        what: 'parameter Model in the manifest of the CDK app',
        at: { file: { path: 'cdk.out/manifest.json' } },
      },
    ],
  });
});

test('lookups that were not done are said: the templates hold dummies', async () => {
  const missing = [{ key: 'vpc-provider:x', provider: 'vpc-provider', props: {} }];
  const files = { 'cdk.out/manifest.json': { ...manifest(), missing }, 'cdk.out/App.template.json': key };
  expect((await assemblyOf(files)).problems).toMatchObject([
    {
      cause: 'unresolved-value',
      path: 'cdk.out/manifest.json',
      message: expect.stringContaining('vpc-provider'),
    },
  ]);
});

test('an assembly can be the root itself', async () => {
  const files = { 'manifest.json': manifest(), 'App.template.json': key };
  expect((await assemblyOf(files, '.')).templates.map(({ file }) => file.path)).toEqual([
    'App.template.json',
  ]);
});
