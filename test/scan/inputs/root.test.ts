import { join } from 'node:path';

import { expect, test } from 'vitest';

import { UsageError } from '../../../src/model/problem.ts';
import { contains, resolveTargets, shownPath } from '../../../src/scan/inputs/root.ts';
import { folder } from './folder.ts';

test('the root is the git root around the paths, also in a worktree', () => {
  const root = folder({
    'app/.git/HEAD': '',
    'app/infra/a/x.yaml': '',
    'tree/.git': 'gitdir: elsewhere',
    'tree/b/': '',
  });
  expect(resolveTargets(join(root, 'app', 'infra', 'a'), [])).toEqual({
    root: join(root, 'app'),
    paths: [join(root, 'app', 'infra', 'a')],
  });
  expect(resolveTargets(root, ['app/infra', 'app/infra/a/x.yaml']).root).toBe(join(root, 'app'));
  expect(resolveTargets(root, ['tree/b']).root).toBe(join(root, 'tree'));
});

test('without git it is the working directory, or the folder that the paths share', () => {
  const root = folder({ 'a/b/x.yaml': '', 'a/c/y.yaml': '', 'd/': '' });
  expect(resolveTargets(root, ['a/b']).root).toBe(root);
  expect(resolveTargets(join(root, 'd'), ['../a/b/x.yaml', '../a/c']).root).toBe(join(root, 'a'));
  expect(resolveTargets(root, ['a', 'a/'])).toEqual({ root, paths: [join(root, 'a')] });
});

test.for([
  { arg: 'infar/agent.yaml', hint: 'did you mean infra/agent.yaml?' },
  { arg: 'infra/agnet.yaml', hint: 'did you mean infra/agent.yaml?' },
  { arg: 'Infra', hint: 'did you mean infra?' },
  { arg: 'infra/agent.yaml/x', hint: undefined },
  { arg: 'something-else', hint: undefined },
])('a path that does not exist is a mistake with a hint: $arg', ({ arg, hint }) => {
  const root = folder({ 'infra/agent.yaml': '' });
  const error = fault(root, arg);
  expect(error.message).toBe(`${arg} does not exist`);
  expect(error.details).toEqual([`looked for ${join(root, arg)}`]);
  expect(error.hint).toBe(hint);
});

test('an absolute path gets an absolute hint; broken links and loops are told apart', () => {
  const root = folder({ 'infra/a.yaml': '', gone: { link: 'nowhere' }, loop: { link: 'loop' } });
  expect(fault(root, join(root, 'infar')).hint).toBe(`did you mean ${join(root, 'infra')}?`);
  expect(fault(root, 'gone').message).toBe('gone is a broken link');
  expect(fault(root, 'loop').message).toBe('loop is a link that leads back to itself');
});

test('paths are shown relative to the root', () => {
  expect(shownPath('/r', '/r/a/b.yaml')).toBe('a/b.yaml');
  expect(shownPath('/r', '/r')).toBe('.');
  expect(shownPath('/r', '/other/x')).toBe('../other/x');
  expect(contains('/r', '/r/..a')).toBe(true);
  expect(contains('/r', '/ra')).toBe(false);
});

function fault(cwd: string, arg: string): UsageError {
  try {
    resolveTargets(cwd, [arg]);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error(`${arg} was accepted`);
}
