import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { packageFolder } from '../../src/catalog/package-folder.ts';
import { folder } from '../scan/inputs/folder.ts';
import { repository } from './plumbline.ts';

const main = join(packageFolder, 'src/main.ts');

test('the version, without anything else', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--version'], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: '',
  });
});

test('data on standard output, the verdict in the exit code', () => {
  const args = [main, 'scan', '--fail-on', 'medium', '-f', 'json'];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder(repository), encoding: 'utf8' });
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ gate: { exitCode: 1 } });
});

test('who stops reading does not change the verdict', async () => {
  const cwd = folder(repository);
  const child = spawn(process.execPath, [main, 'scan', '--fail-on', 'medium', '-f', 'json'], { cwd });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code]: unknown[] = await once(child, 'close');
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^gate: /) });
});

test.skipIf(!existsSync('/dev/full'))('a full disk behind standard output is said, and is no verdict', () => {
  const args = [main, 'scan', '--fail-on', 'medium', '-f', 'json'];
  const stdio = ['ignore', openSync('/dev/full', 'w'), 'pipe'] as const;
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder(repository),
    encoding: 'utf8',
    stdio: [...stdio],
  });
  expect(status).toBe(2);
  expect(stderr).toContain('error: cannot write standard output\n');
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends with %i', async (signal, expected) => {
  const script = `
    import { guardProcess, processIo } from ${JSON.stringify(join(packageFolder, 'src/cli/process-io.ts'))};
    guardProcess(processIo());
    setTimeout(() => process.exit(0), 20_000);
    process.stdout.write('ready');`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script]);
  await once(child.stdout, 'data');
  child.kill(signal);
  const [code]: unknown[] = await once(child, 'close');
  expect(code).toBe(expected);
});

test('what is thrown outside of a run is a bug too, not a finding', () => {
  const script = `
    import { guardProcess, processIo } from ${JSON.stringify(join(packageFolder, 'src/cli/process-io.ts'))};
    guardProcess(processIo());
    setTimeout(() => { throw new TypeError('late'); }, 0);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    encoding: 'utf8',
  });
  expect(status).toBe(70);
  expect(stderr).toContain('has a bug: TypeError: late\n');
});
