import { chmodSync } from 'node:fs';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { find, folder, lines, template } from './folder.ts';

const manifest = JSON.stringify({ version: '48.0.0', artifacts: {} });

test('every .gitignore counts, the deeper one more, also those above the folder that is named', async () => {
  const root = folder({
    '.git/HEAD': '',
    '.gitignore': '*.gen.yaml\n/dist/\n!/infra/keep.gen.yaml\n',
    'infra/.gitignore': 'local/\n!wanted.gen.yaml\nsecret.yaml\n',
    'infra/a.yaml': template,
    'infra/b.gen.yaml': template,
    'infra/keep.gen.yaml': template,
    'infra/wanted.gen.yaml': template,
    'infra/secret.yaml': template,
    'infra/local/c.yaml': template,
    'infra/deep/secret.yaml': template,
    'infra/deep/dist/d.yaml': template,
    'dist/e.yaml': template,
  });
  const kept = [
    'parsed infra/a.yaml',
    'parsed infra/deep/dist/d.yaml',
    'parsed infra/keep.gen.yaml',
    'parsed infra/wanted.gen.yaml',
  ];
  const all = await find(root);
  expect(lines(all)).toEqual(kept);
  expect(all.leftOut.ignored).toBe(5);
  expect(lines(await find(root, { args: ['infra'] }))).toEqual(kept);
  expect(lines(await find(join(root, 'infra', 'deep')))).toEqual(['parsed infra/deep/dist/d.yaml']);
});

test('naming an ignored folder scans it, its own rules still count', async () => {
  const root = folder({
    '.git/HEAD': '',
    '.gitignore': 'build\n*.tmp.yaml\n',
    'build/.gitignore': 'cache\n',
    'build/a.yaml': template,
    'build/cache/b.yaml': template,
  });
  expect(lines(await find(root, { args: ['build'] }))).toEqual(['parsed build/a.yaml']);
});

test('a CDK assembly is found although git ignores it', async () => {
  const root = folder({
    '.git/HEAD': '',
    '.gitignore': 'cdk.out\ndist\n',
    'cdk.out/manifest.json': manifest,
    'cdk.out/App.template.json': template,
    'cdk.out/asset.1/template.yaml': template,
    'dist/manifest.json': '{"name":"web app","version":"1.2.3"}',
    'dist/a.yaml': template,
  });
  const found = await find(root);
  expect(found.assemblies.map(({ folder: path }) => path)).toEqual(['cdk.out']);
  expect(lines(found)).toEqual(['parsed cdk.out/manifest.json']);
  expect(found.leftOut.ignored).toBe(1);
});

test('an assembly can be named by its manifest, and left out by configuration', async () => {
  const root = folder({ '.gitignore': 'out', 'out/manifest.json': manifest, 'x/manifest.json': manifest });
  const named = await find(root, { args: ['out/manifest.json', 'x'] });
  expect(named.assemblies.map(({ folder: path }) => path)).toEqual(['out', 'x']);
  expect((await find(root, { exclude: ['out', 'x/**'] })).assemblies).toEqual([]);
});

const files = {
  '.git/HEAD': '',
  '.gitignore': 'build/\n',
  'a.yaml': template,
  'infra/b.yaml': template,
  'infra/test/c.yaml': template,
  'build/cfn/d.yaml': template,
  'build/other/e.yaml': template,
};

test.for([
  { exclude: ['**/test/**'], expected: ['a.yaml', 'infra/b.yaml'] },
  { exclude: ['infra'], expected: ['a.yaml'] },
  { exclude: ['./infra/', '*.yaml'], expected: [] },
  { include: ['infra/**'], expected: ['infra/b.yaml', 'infra/test/c.yaml'] },
  { include: ['infra'], exclude: ['infra/test/*.yaml'], expected: ['infra/b.yaml'] },
  { include: ['build/cfn/**', 'a.yaml'], expected: ['a.yaml', 'build/cfn/d.yaml'] },
  { include: ['**/*.yaml'], expected: ['a.yaml', 'infra/b.yaml', 'infra/test/c.yaml'] },
])('%o', async ({ include, exclude, expected }) => {
  const found = await find(folder(files), { ...(include && { include }), ...(exclude && { exclude }) });
  expect(found.inputs.map(({ path }) => path)).toEqual(expected);
});

test("other people's code is never walked into, but can be named", async () => {
  const root = folder({
    'node_modules/lib/t.yaml': template,
    'a/node_modules/lib/t.yaml': template,
    '.git/t.yaml': template,
    '.terraform/modules/t.yaml': template,
    '.github/t.yaml': template,
  });
  expect(lines(await find(root))).toEqual(['parsed .github/t.yaml']);
  expect(lines(await find(root, { args: ['node_modules/lib'] }))).toEqual(['parsed node_modules/lib/t.yaml']);
});

test('links are followed inside the repository, and nothing is read twice', async () => {
  const root = folder({
    '.git/HEAD': '',
    '.gitignore': 'build\n',
    'a/real.yaml': template,
    'a/loop': { link: '..' },
    'a/self': { link: 'self' },
    'build/made.yaml': template,
    'current.yaml': { link: 'build/made.yaml' },
    other: { link: 'a' },
    'again.yaml': { link: 'a/real.yaml' },
    'node_modules/p/x.yaml': template,
    p: { link: 'node_modules/p' },
  });
  const found = await find(root);
  expect(lines(found)).toEqual(
    [
      'skipped a/self (is a link that leads back to itself)',
      'parsed a/real.yaml',
      'parsed current.yaml',
    ].toSorted((one, two) => (one.split(' ')[1] ?? '').localeCompare(two.split(' ')[1] ?? '')),
  );
  const part = await find(join(root, 'a'));
  expect(lines(part)).toContain('parsed a/real.yaml');
  expect(part.inputs.filter(({ status }) => status === 'parsed')).toHaveLength(2);
});

test('links that are broken or lead out are said', async () => {
  const outside = folder({ 'secret.yaml': template });
  const root = folder({
    '.git/HEAD': '',
    'gone.yaml': { link: 'nowhere.yaml' },
    'out.yaml': { link: join(outside, 'secret.yaml') },
    out: { link: outside },
  });
  expect(lines(await find(root))).toEqual([
    'skipped gone.yaml (a broken link)',
    'skipped out (a link that leads out of the repository)',
    'skipped out.yaml (a link that leads out of the repository)',
  ]);
  expect(lines(await find(root, { args: ['out.yaml'] }))).toEqual(['parsed out.yaml']);
});

/** Permissions mean nothing to root, so that such tests run as nobody. */
function asNobody(): void {
  if (process.geteuid?.() !== 0) return;
  process.seteuid?.(65_534);
  onTestFinished(() => process.seteuid?.(0));
}

test('what cannot be read fails the run, unless its name says that it is no template', async () => {
  const root = folder({
    'agent.yaml': template,
    id_rsa: 'key',
    'key.pem': 'key',
    'closed/a.yaml': template,
    'open/b.yaml': template,
  });
  chmodSync(root, 0o755);
  for (const name of ['agent.yaml', 'id_rsa', 'key.pem', 'closed']) chmodSync(join(root, name), 0);
  onTestFinished(() => chmodSync(join(root, 'closed'), 0o755));
  asNobody();
  const found = await find(root);
  expect(lines(found)).toEqual([
    'failed agent.yaml (cannot be read: permission denied)',
    'failed closed (cannot be read: permission denied)',
    'parsed open/b.yaml',
  ]);
  expect(found.problems).toEqual([
    {
      cause: 'access-denied',
      message: 'cannot be read: permission denied',
      path: 'agent.yaml',
      effect: 'nothing is known about what is in it',
      hint: 'allow reading it, or leave it out with inputs.exclude',
      fatal: true,
    },
    {
      cause: 'access-denied',
      message: 'cannot be read: permission denied',
      path: 'closed',
      effect: 'nothing is known about what is in it',
      hint: 'allow reading it, or leave it out with inputs.exclude',
      fatal: true,
    },
  ]);
});
