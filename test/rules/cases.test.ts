import { describe, expect, test } from 'vitest';

import { checkRules } from '../../src/scan/check-rules.ts';
import { testRules } from '../../src/scan/test-rules.ts';
import { loadCatalogue } from './catalogue.ts';

const { rules, types, facts, diagnostics } = await loadCatalogue();

test('every rule and its cases load', () => {
  expect(diagnostics).toEqual([]);
  expect(rules.length).toBeGreaterThanOrEqual(40);
});

test('every expression type-checks against the schemas of AWS', async () => {
  const problems = await checkRules({ rules: rules.map(({ rule }) => rule), types, facts });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe.each(rules)('$rule.id', ({ rule, cases }) => {
  test('has a case that fails, one that passes, one that is unknown, and one with the property left out', () => {
    const expected = new Set(cases.map(one => one.expect));
    expect([...expected]).toEqual(expect.arrayContaining(['fail', 'pass', 'unknown']));
    expect(cases.filter(one => one.leftOut !== undefined)).not.toEqual([]);
  });

  test('names a page of AWS for its fact', () => {
    expect(rule.references.filter(page => page.startsWith('https://docs.aws.amazon.com/'))).not.toEqual([]);
  });

  test('gives each of its cases the verdict that it expects', async () => {
    const results = await testRules({ rules: [{ rule, cases }], types, facts });
    expect(results.filter(result => result.details.length > 0)).toEqual([]);
  });
});
