import type { FactTable } from '../../model/facts.ts';
import type { Assertion, Rule, Snippet } from '../../model/rule.ts';
import type { Span } from '../../model/source.ts';
import type { TypeRegistry } from '../../model/types.ts';
import { checkPath, checkTemplate } from './check-template.ts';
import { checkExpression, checkPredicate } from './check.ts';
import type { CheckResult } from './check.ts';
import type { CheckEnv } from './checker.ts';
import { spanInFile } from './diagnostic.ts';
import type { Diagnostic } from './diagnostic.ts';
import { factsType, parametersType, subjectType } from './environment.ts';
import { noGuards } from './guards.ts';
import { parseExpression } from './parse.ts';
import type { RegexEngine } from './regex.ts';
import { dyn, showType } from './type.ts';
import type { Type } from './type.ts';

export interface RuleSurroundings {
  readonly registry: TypeRegistry;
  readonly facts: Readonly<Record<string, FactTable>>;
  /** Checks the patterns of `matches()`; without it they are not checked. */
  readonly regex?: RegexEngine;
}

/** A diagnostic with its region in the rule file. */
export interface RuleDiagnostic extends Diagnostic {
  readonly span: Span;
}

/** Checks every expression, message and path of a rule, in the order in which they see each other. */
export function checkRule(rule: Rule, surroundings: RuleSurroundings): readonly RuleDiagnostic[] {
  const found: RuleDiagnostic[] = [];
  const report = (snippet: Snippet, diagnostics: readonly Diagnostic[]): void => {
    for (const diagnostic of diagnostics)
      found.push({ ...diagnostic, span: spanInFile(diagnostic, snippet) });
  };
  const variables = variablesOf(rule, surroundings, report);
  const { registry, regex } = surroundings;
  const env: CheckEnv = { variables, registry, ...(regex && { regex }) };
  for (const { name } of [...rule.let, ...rule.each]) variables.get(name);
  const where = rule.where && check(rule.where, checkPredicate, env);
  if (rule.where && where) report(rule.where, where.diagnostics);
  const assume = where?.whenTrue ?? noGuards;
  for (const assertion of rule.assert) checkAssertion(assertion, { ...env, assume }, report);
  return found.toSorted((left, right) => left.span.start - right.span.start);
}

type Report = (snippet: Snippet, diagnostics: readonly Diagnostic[]) => void;

/** The type of a name is found when it is first asked for: `let` and `each` may use what is defined before them. */
function variablesOf(rule: Rule, surroundings: RuleSurroundings, report: Report): CheckEnv['variables'] {
  const { registry, facts, regex } = surroundings;
  const types = new Map<string, Type>([
    ['r', subjectType(rule.subject, registry)],
    ['params', parametersType(rule.params)],
    ['facts', factsType(facts)],
  ]);
  const given = [...types.keys()];
  const lets = rule.let.map(({ name }) => name);
  const eaches = rule.each.map(({ name }) => name);
  const envWith = (names: readonly string[]): CheckEnv => {
    const variables = {
      get: (name: string) => (names.includes(name) ? get(name) : undefined),
      keys: () => names.values(),
    };
    return { variables, registry, ...(regex && { regex }) };
  };
  const definitions = new Map<string, () => Type>([
    ...rule.let.map(({ name, expr }, index): [string, () => Type] => {
      const env = envWith([...given, ...eaches, ...lets.slice(0, index)]);
      return [name, () => letType(expr, env, report)];
    }),
    ...rule.each.map(({ name, expr }, index): [string, () => Type] => {
      const env = envWith([...given, ...lets, ...eaches.slice(0, index)]);
      return [name, () => eachType(expr, env, report)];
    }),
  ]);
  const get = (name: string): Type | undefined => {
    const define = types.has(name) ? undefined : definitions.get(name);
    if (define) {
      // A name that is asked for while it is being defined has no type yet; what it uses may be anything.
      types.set(name, dyn);
      types.set(name, define());
    }
    return types.get(name);
  };
  return { get, keys: () => [...given, ...eaches, ...lets].values() };
}

function letType(snippet: Snippet, env: CheckEnv, report: Report): Type {
  const { type, diagnostics } = check(snippet, checkExpression, env);
  report(snippet, diagnostics);
  return type;
}

function eachType(snippet: Snippet, env: CheckEnv, report: Report): Type {
  const { type, diagnostics } = check(snippet, checkExpression, env);
  report(snippet, diagnostics);
  if (type.kind === 'list') return type.of;
  if (type.kind === 'dyn') return dyn;
  const hint = type.kind === 'optional' ? 'use .orValue([])' : undefined;
  const message = `each goes over a list, this is ${showType(type)}`;
  report(snippet, [
    { code: 'type', severity: 'error', message, start: 0, end: snippet.text.length, ...(hint && { hint }) },
  ]);
  return dyn;
}

type Check = (...args: Parameters<typeof checkExpression>) => CheckResult;

function check({ text }: Snippet, by: Check, env: CheckEnv): CheckResult {
  const parsed = parseExpression(text);
  if (parsed.ok) return by(parsed.expr, env);
  return { type: dyn, diagnostics: [parsed.diagnostic], whenTrue: noGuards };
}

function checkAssertion({ expr, message, at, related = [] }: Assertion, env: CheckEnv, report: Report): void {
  report(expr, check(expr, checkPredicate, env).diagnostics);
  report(message, checkTemplate(message.text, env));
  for (const snippet of at ? [at, ...related] : related) {
    const parsed = parseExpression(snippet.text);
    report(snippet, parsed.ok ? checkPath(parsed.expr, env) : [parsed.diagnostic]);
  }
}
