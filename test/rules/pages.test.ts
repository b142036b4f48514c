import { join } from 'node:path';

import { expect, test } from 'vitest';

import { packageFolder } from '../../src/catalog/package-folder.ts';
import { rulePage } from '../../src/report/rule-page.ts';
import { loadCatalogue } from './catalogue.ts';

const { rules } = await loadCatalogue();

// `npx vitest run test/rules -u` writes the pages; a page that is not what its rule says fails here.
test.each(rules)('the page of $rule.id says what its files say', async ({ rule, cases }) => {
  await expect(rulePage(rule, cases)).toMatchFileSnapshot(join(packageFolder, 'rules', rule.id, 'README.md'));
});
