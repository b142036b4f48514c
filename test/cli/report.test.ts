import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { folder } from '../scan/inputs/folder.ts';
import { plumbline, repository } from './plumbline.ts';

describe('report', () => {
  test('writes of a result what the run itself would have written', async () => {
    const cwd = folder(repository);
    const formats = ['-f', 'json=a.json', '-f', 'sarif=a.sarif', '-f', 'junit=a.xml'];
    await plumbline(['scan', '--verdicts', 'all', ...formats], { cwd });
    const { code } = await plumbline(
      ['report', 'a.json', '--verdicts', 'all', '-f', 'sarif=b.sarif', '-f', 'junit=b.xml'],
      { cwd },
    );
    const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');
    expect(code).toBe(0);
    expect(read('b.sarif')).toBe(read('a.sarif'));
    expect(read('b.xml')).toBe(read('a.xml'));
  });

  test.each([
    ['a file that is not there', 'nowhere.json', 'cannot read nowhere.json'],
    ['a file that is no JSON', 'infra/agent.yaml', 'cannot read infra/agent.yaml as JSON'],
    ['JSON that is no result', 'other.json', 'other.json is not a result that this version reads'],
  ])('%s', async (_, name, message) => {
    const { code, stderr } = await plumbline(['report', name], {
      files: { ...repository, 'other.json': '{}' },
    });
    expect(code).toBe(2);
    expect(stderr).toContain(`error: ${message}`);
  });
});
