import { expect, test } from 'vitest';

import { version } from '../../src/cli/version.ts';
import { loadCatalogue } from './catalogue.ts';

/** Whether a rule that came with `since` may still be in preview in a version: for the one minor version that brought it. */
function mayBeInPreview(since: string, now: string): boolean {
  return now.startsWith(`${since}.`);
}

test.each([
  ['0.2', '0.2.0', true],
  ['0.2', '0.2.9', true],
  ['0.2', '0.3.0', false],
  ['0.2', '0.20.0', false],
  ['0.9', '1.0.0', false],
])('a rule of %s in %s: %j', (since, now, expected) => {
  expect(mayBeInPreview(since, now)).toBe(expected);
});

test('no rule stays in preview for longer than one minor version', async () => {
  const { rules } = await loadCatalogue();
  const stale = rules.filter(
    ({ rule }) => rule.stage === 'preview' && !mayBeInPreview(rule.since, version()),
  );
  expect(stale.map(({ rule }) => rule.id)).toEqual([]);
  expect(rules.length).toBeGreaterThan(50);
});
