import { expect, test } from 'vitest';

import { commands } from '../../src/cli/commands.ts';
import { plumbline } from './plumbline.ts';

test('without arguments: twelve lines, three examples first, and no success', async () => {
  const { code, stdout, stderr } = await plumbline([]);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(12);
  expect(stderr).toMatch(/^plumbline checks [^]*\n {2}plumbline scan [^]*\n {2}plumbline explain /);
});

test.each([['--version'], ['-V']])('%s', async flag => {
  const { code, stdout } = await plumbline([flag]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

test.each([['--help'], ['-h'], ['help']])('%s lists every command', async flag => {
  const { code, stdout } = await plumbline([flag]);
  expect(code).toBe(0);
  for (const { name } of commands) expect(stdout).toContain(`  ${name.split(' ')[0]}`);
});

test.each(commands.map(({ name }) => [name] as const))('help %s and %s --help say the same', async name => {
  const help = await plumbline(['help', ...name.split(' ')]);
  const flag = await plumbline([...name.split(' '), '--help']);
  expect(help).toEqual({ code: 0, stderr: '', stdout: expect.stringContaining('Usage: plumbline ') });
  expect(flag.stdout.startsWith(help.stdout.trimEnd())).toBe(true);
  expect(flag.stdout).toContain('Examples:\n  ');
});

test('a group without its command shows what it holds, and is no success', async () => {
  const { code, stdout, stderr } = await plumbline(['rules']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Usage: plumbline rules');
});

test.each([
  ['exit-codes', '  70   a bug of plumbline; nothing is known\n'],
  ['formats', '  sarif     '],
  ['environment', '  NO_COLOR '],
  ['config', '  # failOn: high\n'],
])('help %s', async (topic, part) => {
  const { code, stdout } = await plumbline(['help', topic]);
  expect(code).toBe(0);
  expect(stdout).toContain(part);
});
