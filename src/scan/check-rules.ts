import { checkRule } from '../evaluate/language/check-rule.ts';
import { loadRegexEngine } from '../evaluate/language/regex.ts';
import { regionOf } from '../model/source.ts';
import type { CheckRequest, RuleProblem } from './request.ts';

/** Type-checks every expression of rules against the schemas of AWS; warnings are told apart from what must not load. */
export async function checkRules({ rules, types, facts }: CheckRequest): Promise<readonly RuleProblem[]> {
  const surroundings = { registry: types, facts, regex: await loadRegexEngine() };
  return rules.flatMap(rule =>
    checkRule(rule, surroundings).map(({ severity, message, hint, span }) => ({
      rule: rule.id,
      path: span.file.path,
      region: regionOf(span),
      severity,
      message,
      ...(hint !== undefined && { hint }),
    })),
  );
}
