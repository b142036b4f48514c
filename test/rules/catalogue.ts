import { join } from 'node:path';

import { loadCases } from '../../src/catalog/cases.ts';
import { loadFacts } from '../../src/catalog/facts.ts';
import { packageFolder } from '../../src/catalog/package-folder.ts';
import { loadRules } from '../../src/catalog/rules.ts';
import { loadTypes } from '../../src/catalog/types.ts';

/** The shipped rules with their cases, read with every check that a user's own rules get. */
export async function loadCatalogue() {
  const folder = { path: join(packageFolder, 'rules'), name: 'rules', trusted: false };
  const types = loadTypes(join(packageFolder, 'types'));
  const facts = loadFacts(join(packageFolder, 'facts'));
  const { rules, diagnostics } = await loadRules([folder], types);
  const withCases = await Promise.all(
    rules.map(async rule => ({ rule, ...(await loadCases(folder, rule.id)) })),
  );
  return {
    types,
    facts,
    rules: withCases.map(({ rule, cases }) => ({ rule, cases })),
    diagnostics: [...diagnostics, ...withCases.flatMap(one => one.diagnostics)],
  };
}
