import picomatch from 'picomatch';

import type { AppliedRule, ParameterHelp } from '../model/policy.ts';
import { UsageError } from '../model/problem.ts';
import type { NotConfigured } from '../model/report.ts';
import type { ParameterValue, Rule, Severity } from '../model/rule.ts';
import { closest } from './closest.ts';
import { ruleNamed } from './find-rule.ts';
import { mismatch, parseArgument } from './parameter-type.ts';
import type { PlacedSelection, PolicyFile, Setting } from './policy-file.ts';

/** What decides about the rules of a run. */
export interface Demands {
  /** In the order in which they count, `loadPolicies`. */
  readonly policies: readonly PolicyFile[];
  readonly rules: readonly Rule[];
  /** Ids of the rules of the user's own: on unless a policy takes them out. */
  readonly own: ReadonlySet<string>;
  /** `parameters` of plumbline.yaml. */
  readonly config: readonly Setting[];
  /** `--set name=value`, as written. */
  readonly commandLine: readonly { readonly name: string; readonly text: string }[];
}

/** The value of a parameter and who gave it. */
export interface ResolvedParameter {
  readonly value: ParameterValue;
  readonly origin: 'rule' | 'policy' | 'config' | 'command-line';
  /** `plumbline.yaml:12:3`; the rule's file for a default. */
  readonly where: string;
}

export interface ResolvedRule {
  readonly rule: Rule;
  readonly enabled: boolean;
  readonly severity: Severity;
  /** A policy lets nobody waive it; no later one takes that back. */
  readonly mandatory: boolean;
  readonly parameters: Readonly<Record<string, ResolvedParameter>>;
  /** Required parameters without a value. */
  readonly missing: readonly string[];
}

/** What the policies, the configuration and the command line make of every rule. A later voice overrides an earlier one. */
export function resolvePolicy(demands: Demands): readonly ResolvedRule[] {
  refuseUnknownParameters(demands);
  // Tests hold our own policies to our rules.
  for (const policy of demands.policies) if (!policy.shipped) refuseIdleSelections(policy, demands.rules);
  const resolved = demands.rules.map(rule => resolveRule(rule, demands));
  const wrong = resolved.flatMap(misfits);
  if (wrong.length === 0) return resolved;
  throw new UsageError('a parameter does not fit', { details: [...new Set(wrong)] });
}

/** The rules that run. */
export const appliedRules = (resolved: readonly ResolvedRule[]): readonly AppliedRule[] =>
  resolved
    .filter(({ enabled, missing }) => enabled && missing.length === 0)
    .map(({ rule, severity, mandatory, parameters }) => ({
      rule,
      severity,
      ...(mandatory && { mandatory: true as const }),
      parameters: Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value])),
    }));

/** The rules that are selected and cannot run, with what is to be said about the parameters they miss. */
export function notConfiguredRules(
  resolved: readonly ResolvedRule[],
  policies: readonly PolicyFile[],
): readonly NotConfigured[] {
  const help = parameterHelp(policies);
  return resolved
    .filter(({ enabled, missing }) => enabled && missing.length > 0)
    .map(({ rule, missing }) => ({
      rule: rule.id,
      parameters: missing.map(name => ({
        name,
        description: help[name]?.description ?? rule.params[name]?.description ?? '',
        ...(help[name]?.example !== undefined && { example: help[name].example }),
      })),
    }));
}

/** What each parameter means, from the policies; the later counts. */
export const parameterHelp = (policies: readonly PolicyFile[]): Readonly<Record<string, ParameterHelp>> =>
  Object.fromEntries(policies.flatMap(({ policy }) => Object.entries(policy.help)));

function resolveRule(rule: Rule, { policies, own, config, commandLine }: Demands): ResolvedRule {
  const selections = policies.flatMap(policy => policy.selections.filter(line => selects(line, rule)));
  const voices = [
    ...policies.flatMap(policy => policyVoices(policy, rule)),
    ...config.map(setting => voice('config', setting)),
    ...commandLine.flatMap(({ name, text }) => commandLineVoice(rule, name, text)),
  ];
  const parameters: Record<string, ResolvedParameter> = defaultsOf(rule);
  for (const { name, ...given } of voices) if (rule.params[name]) parameters[name] = given;
  return {
    rule,
    enabled: selections.at(-1)?.selection.enabled ?? own.has(rule.id),
    severity: severityIn(selections) ?? rule.severity,
    mandatory: selections.some(({ selection }) => selection.mandatory),
    parameters,
    missing: Object.keys(rule.params).filter(name => rule.params[name]?.required && !parameters[name]),
  };
}

const severityIn = (selections: readonly PlacedSelection[]): Severity | undefined =>
  selections.findLast(({ selection }) => selection.severity)?.selection.severity;

type Voice = ResolvedParameter & { readonly name: string };

const voice = (origin: ResolvedParameter['origin'], { name, value, where }: Setting): Voice => ({
  name,
  value,
  origin,
  where,
});

/** What a policy says to all rules, then what it says to this one. */
const policyVoices = (policy: PolicyFile, rule: Rule): readonly Voice[] =>
  [
    ...policy.settings,
    ...policy.selections.filter(line => selects(line, rule)).flatMap(line => line.settings),
  ].map(setting => voice('policy', setting));

function commandLineVoice(rule: Rule, name: string, text: string): readonly Voice[] {
  const parameter = rule.params[name];
  if (!parameter) return [];
  // A text that cannot be such a value stays text, and is refused with its type below.
  const value = parseArgument(parameter, text) ?? text;
  return [{ name, value, origin: 'command-line', where: '--set' }];
}

function defaultsOf(rule: Rule): Record<string, ResolvedParameter> {
  const where = rule.at.file.path;
  return Object.fromEntries(
    Object.entries(rule.params).flatMap(([name, { default: value }]) =>
      value === undefined ? [] : [[name, { value, origin: 'rule', where }] as const],
    ),
  );
}

const misfits = ({ rule, parameters }: ResolvedRule): readonly string[] =>
  Object.entries(parameters).flatMap(([name, { value, where }]) => {
    const parameter = rule.params[name];
    const wrong = parameter && mismatch(parameter, value);
    return wrong === undefined ? [] : [`${where}  \`${name}\`: ${wrong}`];
  });

function refuseUnknownParameters({ policies, rules, config, commandLine }: Demands): void {
  const known = new Set(rules.flatMap(rule => Object.keys(rule.params)));
  const given = [
    ...policies.flatMap(({ settings }) => settings),
    ...config,
    ...commandLine.map(({ name }) => ({ name, where: '--set' })),
  ];
  const stranger = given.find(({ name }) => !known.has(name));
  if (!stranger) return;
  const near = closest(stranger.name, known);
  throw new UsageError(`no rule has a parameter \`${stranger.name}\``, {
    details: [stranger.where],
    hint: near === undefined ? '`plumbline policies show` lists the parameters' : `did you mean \`${near}\`?`,
  });
}

/** A line that selects nothing, or sets what nobody reads, protects nobody. */
export function refuseIdleSelections({ selections }: PolicyFile, rules: readonly Rule[]): void {
  for (const line of selections) {
    const selected = rules.filter(rule => selects(line, rule));
    if (selected.length === 0) throw idle(line, rules);
    const stranger = line.settings.find(({ name }) => !selected.some(rule => rule.params[name]));
    if (stranger) {
      const near = closest(
        stranger.name,
        selected.flatMap(rule => Object.keys(rule.params)),
      );
      throw new UsageError(`no rule of ${line.selection.match} has a parameter \`${stranger.name}\``, {
        details: [stranger.where],
        ...(near !== undefined && { hint: `did you mean \`${near}\`?` }),
      });
    }
  }
}

function idle({ selection: { match }, where }: PlacedSelection, rules: readonly Rule[]): UsageError {
  const near = closest(
    match,
    rules.map(rule => rule.id),
  );
  return new UsageError(`no rule matches ${match}`, {
    details: [where],
    hint: near === undefined ? '`plumbline rules list` shows all of them' : `did you mean ${near}?`,
  });
}

function selects({ selection: { match } }: PlacedSelection, rule: Rule): boolean {
  return ruleNamed([rule], match) !== undefined || matcherOf(match)(rule.id);
}

const matchers = new Map<string, (id: string) => boolean>();

function matcherOf(pattern: string): (id: string) => boolean {
  const known = matchers.get(pattern);
  if (known) return known;
  const made = picomatch(pattern);
  matchers.set(pattern, made);
  return made;
}
