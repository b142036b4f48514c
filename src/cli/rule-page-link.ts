import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { packageFolder } from '../catalog/package-folder.ts';
import { reportDefaults } from '../report/options.ts';

/** The page of a rule that comes with plumbline; a user's own has none. */
export const shippedRulePage = (rule: string): string | undefined =>
  existsSync(join(packageFolder, 'rules', rule, 'rule.yaml')) ? reportDefaults.rulePage(rule) : undefined;
