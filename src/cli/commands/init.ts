import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { configName } from '../../catalog/find-config.ts';
import { UsageError } from '../../model/problem.ts';
import { configTemplate } from '../config-template.ts';
import type { Handler } from '../io.ts';

/** Writes a configuration in which every setting is there as a comment. */
export const initCommand: Handler = async ({ io }) => {
  const path = join(io.cwd, configName);
  if (existsSync(path)) {
    throw new UsageError(`${configName} is there already; it was not touched`, {
      hint: '`plumbline config show --origin` prints what it sets',
    });
  }
  writeFileSync(path, await configTemplate());
  io.stderr.write(`wrote ${configName}

next
  1. set the parameters in it; a rule that misses one does not run
  2. plumbline config show --origin
  3. plumbline scan
`);
  return 0;
};
