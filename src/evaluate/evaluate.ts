import type { Finding } from '../model/finding.ts';
import type { Estate, Resource, Scope } from '../model/resource.ts';
import type { TypeRegistry } from '../model/types.ts';
import { speakerOn } from './finding.ts';
import type { Hash, Speaker } from './finding.ts';
import { judgeOf } from './judge.ts';
import type { Observation } from './observation.ts';
import type { PreparedRule } from './prepare.ts';
import { indexOf } from './resource-index.ts';
import type { Index } from './resource-index.ts';

export interface EvaluateOptions {
  readonly types: TypeRegistry;
  readonly hash: Hash;
  /** Told of each subject that is fine, instead of a finding: of those there may be a hundred thousand. */
  readonly fine?: (verdict: Fine) => void;
}

export type Fine = 'pass' | 'not-applicable';

/**
 * Every rule on every resource and scope it is for. A subject that is fine gives one finding with verdict pass,
 * one that is not gives a finding for each assertion and element that failed or could not be decided.
 */
export function evaluate(
  estate: Estate,
  rules: readonly PreparedRule[],
  options: EvaluateOptions,
): Finding[] {
  return evaluatorOf(rules, options)(indexOf(estate, options.types), estate);
}

/** Evaluates some subjects of an estate, with what is around them in an index. */
export type Evaluator = (index: Index, subjects: Estate) => Finding[];

export function evaluatorOf(
  rules: readonly PreparedRule[],
  options: Omit<EvaluateOptions, 'types'>,
): Evaluator {
  const plan = planOf(rules);
  return (index, subjects) => evaluateBy(plan, index, { subjects, options });
}

function evaluateBy(
  plan: Plan,
  index: Index,
  { subjects, options }: { readonly subjects: Estate; readonly options: Omit<EvaluateOptions, 'types'> },
): Finding[] {
  const findings: Finding[] = [];
  const apply = (applicable: readonly PreparedRule[] | undefined, subject: Resource | Scope): void => {
    if (!applicable) return;
    const judge = judgeOf(subject, index);
    const speak = speakerOn(subject, options.hash);
    for (const prepared of applicable) {
      const observations = judge(prepared);
      const fine = options.fine && fineOf(observations);
      if (fine) options.fine?.(fine);
      else for (const finding of findingsOf(prepared, observations, speak)) findings.push(finding);
    }
  };
  // Resource by resource, not rule by rule: what one resource holds is then still in the processor's cache.
  for (const resource of subjects.resources) apply(plan.byType.get(resource.type), resource);
  for (const scope of subjects.scopes) apply(plan.byScope.get(scope.kind), scope);
  return findings;
}

interface Plan {
  readonly byType: ReadonlyMap<string, readonly PreparedRule[]>;
  readonly byScope: ReadonlyMap<string, readonly PreparedRule[]>;
}

function planOf(rules: readonly PreparedRule[]): Plan {
  const byType = new Map<string, PreparedRule[]>();
  const byScope = new Map<string, PreparedRule[]>();
  for (const prepared of rules) {
    const { subject } = prepared.rule;
    if (subject.kind === 'scope') add(byScope, subject.scope, prepared);
    else for (const type of subject.types) add(byType, type, prepared);
  }
  return { byType, byScope };
}

function add(map: Map<string, PreparedRule[]>, key: string, prepared: PreparedRule): void {
  const group = map.get(key);
  if (group) group.push(prepared);
  else map.set(key, [prepared]);
}

/** What one rule says of one subject, as findings; passes and not-applicable ones too. */
export function verdictsOf(
  prepared: PreparedRule,
  subject: Resource | Scope,
  index: Index,
  hash: Hash,
): Finding[] {
  return findingsOf(prepared, judgeOf(subject, index)(prepared), speakerOn(subject, hash));
}

function findingsOf(prepared: PreparedRule, observations: readonly Observation[], speak: Speaker): Finding[] {
  const [only, ...others] = observations;
  if (only && others.length === 0)
    return [speak(prepared, isOpen(only) ? only : summary(only, observations))];
  const open = onceEach(observations.filter(isOpen));
  const shown = open.length > 0 ? open : observations.slice(0, 1).map(first => summary(first, observations));
  return distinct(shown).map(observation => speak(prepared, observation));
}

const isOpen = ({ verdict }: Observation): boolean => verdict === 'fail' || verdict === 'unknown';

/** The verdict on a subject without anything to complain of: it passes where the rule applied at least once. */
function fineOf(observations: readonly Observation[]): Fine | undefined {
  if (observations.length === 0 || observations.some(isOpen)) return undefined;
  return observations.some(({ verdict }) => verdict === 'pass') ? 'pass' : 'not-applicable';
}

/** What one value that is not known leaves open is said once, however many assertions ask for it. */
function onceEach(observations: readonly Observation[]): readonly Observation[] {
  if (observations.length < 2) return observations;
  const seen = new Set<string>();
  return observations.filter(({ verdict, place, message }) => {
    if (verdict !== 'unknown') return true;
    const what = `${place.property ?? ''}\n${message}`;
    return !seen.has(what) && seen.add(what);
  });
}

/** Elements of one name are told apart by their order, so that no two findings share an id. */
function distinct(observations: readonly Observation[]): readonly Observation[] {
  if (observations.length < 2) return observations;
  const seen = new Map<string, number>();
  return observations.map(observation => {
    const { discriminator } = observation;
    const count = (seen.get(discriminator) ?? 0) + 1;
    seen.set(discriminator, count);
    return count === 1 ? observation : { ...observation, discriminator: `${discriminator}~${count}` };
  });
}

/** One line for a subject without anything to complain of. */
function summary(first: Observation, all: readonly Observation[]): Observation {
  return fineOf(all) === 'pass'
    ? { ...first, discriminator: '', verdict: 'pass', message: '' }
    : { ...first, discriminator: '' };
}
