import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { generateTemplates } from './generate.ts';

/** A git repository of 200 templates of which one was changed since the commit `before`. */
export function generateRepository(folder: string): void {
  generateTemplates(join(folder, 'infra'), { count: 200, perTemplate: 10, format: 'yaml' });
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], {
      cwd: folder,
    });
  };
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'all');
  git('tag', 'before');
  const [name = ''] = execFileSync('git', ['ls-files'], { cwd: folder, encoding: 'utf8' }).split('\n');
  const changed = join(folder, name);
  writeFileSync(changed, `${readFileSync(changed, 'utf8')}# changed\n`);
}
