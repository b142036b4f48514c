import { cruise } from 'dependency-cruiser';
import { expect, test } from 'vitest';

import ruleSet from '../.dependency-cruiser.ts';

test('every import follows the direction in ARCHITECTURE.md', async () => {
  const { output } = await cruise(['src', 'action', 'test'], {
    ruleSet,
    validate: true,
    tsPreCompilationDeps: true,
  });
  if (typeof output === 'string') throw new Error(output);
  expect(output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  // The tool passes silently when it reads nothing.
  expect(output.summary.totalCruised).toBeGreaterThan(100);
});
