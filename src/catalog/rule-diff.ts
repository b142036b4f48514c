import type { Parameter, Rule, Snippet } from '../model/rule.ts';
import { severities } from '../model/rule.ts';

/** What became of a rule between two versions of a rule set. */
export interface RuleChange {
  readonly change: 'added' | 'removed' | 'renamed' | 'changed';
  /** Its id in the later version; in the earlier one when it is removed. */
  readonly id: string;
  /** Its id in the earlier version, when it is another one. */
  readonly from?: string;
  readonly title: string;
  /** What is different, one a line. */
  readonly details: readonly string[];
  /** What passed, or did not gate, may fail or gate now. */
  readonly mayFail: boolean;
}

interface Detail {
  readonly text: string;
  readonly mayFail: boolean;
}

/** The rules that differ, by id. A rule that has the other's id as an alias is the same rule. */
export function diffRules(before: readonly Rule[], after: readonly Rule[]): readonly RuleChange[] {
  const earlier = new Map(before.map(rule => [rule.id, rule]));
  const pairs = after.map(rule => {
    const known = [rule.id, ...rule.aliases].find(id => earlier.has(id));
    return { rule, old: known === undefined ? undefined : earlier.get(known) };
  });
  const kept = new Set(pairs.map(({ old }) => old));
  const changes = [
    ...pairs.flatMap(({ rule, old }) => (old ? changeOf(old, rule) : [addition(rule)])),
    ...before.filter(rule => !kept.has(rule)).map(removal),
  ];
  return changes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const addition = ({ id, title, severity, stage }: Rule): RuleChange => ({
  change: 'added',
  id,
  title,
  details: [stage === 'preview' ? `${severity}, in preview` : severity],
  mayFail: stage !== 'preview',
});

const removal = ({ id, title }: Rule): RuleChange => ({
  change: 'removed',
  id,
  title,
  details: [],
  mayFail: false,
});

function changeOf(old: Rule, rule: Rule): RuleChange[] {
  const details = [
    ...standing(old, rule),
    ...subject(old, rule),
    ...parameters(old, rule),
    ...expressions(old, rule),
    ...texts(old, rule),
  ];
  const isRenamed = old.id !== rule.id;
  if (details.length === 0 && !isRenamed) return [];
  return [
    {
      change: isRenamed ? 'renamed' : 'changed',
      id: rule.id,
      ...(isRenamed && { from: old.id }),
      title: rule.title,
      details: details.map(({ text }) => text),
      mayFail: rule.stage !== 'preview' && details.some(({ mayFail }) => mayFail),
    },
  ];
}

/** How much it weighs. */
function standing(old: Rule, rule: Rule): Detail[] {
  const isRaised = severities.indexOf(rule.severity) < severities.indexOf(old.severity);
  return [
    ...differ('severity', [old.severity, rule.severity], isRaised),
    ...differ('confidence', [old.confidence, rule.confidence], false),
    ...differ('stage', [old.stage ?? 'stable', rule.stage ?? 'stable'], rule.stage === undefined),
  ];
}

/** What it looks at. */
function subject(old: Rule, rule: Rule): Detail[] {
  const [earlier, later] = [subjectsOf(old), subjectsOf(rule)];
  const added = later.filter(name => !earlier.includes(name));
  const removed = earlier.filter(name => !later.includes(name));
  return [
    ...added.map(name => ({ text: `also looks at ${name}`, mayFail: true })),
    ...removed.map(name => ({ text: `does not look at ${name} any more`, mayFail: false })),
  ];
}

const subjectsOf = ({ subject: of }: Rule): readonly string[] =>
  of.kind === 'resource' ? of.types : [`scope ${of.scope}`];

function parameters(old: Rule, rule: Rule): Detail[] {
  const names = new Set([...Object.keys(old.params), ...Object.keys(rule.params)]);
  return [...names].toSorted().flatMap(name => {
    const [earlier, later] = [old.params[name], rule.params[name]];
    if (!later) return [{ text: `parameter ${name} is gone`, mayFail: false }];
    if (!earlier) return [{ text: `parameter ${name} is new${given(later)}`, mayFail: true }];
    return differ(`parameter ${name}`, [termsOf(earlier), termsOf(later)], true);
  });
}

const given = ({ required, default: value }: Parameter): string =>
  required ? ' and required' : value === undefined ? '' : `, ${JSON.stringify(value)} by default`;

/** What a parameter takes, without its description. */
function termsOf({ type, required, default: value, values, min, max }: Parameter): string {
  const limits = Object.entries({ default: value, values, min, max })
    .filter(([, limit]) => limit !== undefined)
    .map(([name, limit]) => `${name} ${JSON.stringify(limit)}`);
  return [required ? `required ${type}` : type, ...limits].join(', ');
}

/** When it holds. Fewer assertions, and nothing else, can make nothing fail. */
function expressions(old: Rule, rule: Rule): Detail[] {
  const asserted = new Set(old.assert.map(({ expr }) => codeOf(expr)));
  const stays = new Set(rule.assert.map(({ expr }) => codeOf(expr)));
  const added = [...stays].filter(code => !asserted.has(code));
  const removed = [...asserted].filter(code => !stays.has(code));
  return [
    ...differ('where', [codeOf(old.where), codeOf(rule.where)], true),
    ...differ('let', [bindingsOf(old.let), bindingsOf(rule.let)], true),
    ...differ('each', [bindingsOf(old.each), bindingsOf(rule.each)], true),
    ...added.map(code => ({ text: `asserts ${code}`, mayFail: true })),
    ...removed.map(code => ({ text: `does not assert ${code} any more`, mayFail: false })),
  ];
}

const bindingsOf = (bindings: Rule['let']): string =>
  bindings.map(({ name, expr }) => `${name} = ${codeOf(expr)}`).join('; ');

/** Line breaks and indentation mean nothing to an expression. */
const codeOf = (snippet: Snippet | undefined): string => snippet?.text.replaceAll(/\s+/g, ' ').trim() ?? '';

/** What it says; only that it differs is of interest. */
function texts(old: Rule, rule: Rule): Detail[] {
  const [earlier, later] = [saidBy(old), saidBy(rule)];
  const names = Object.keys(later).filter(
    name => JSON.stringify(earlier[name]) !== JSON.stringify(later[name]),
  );
  return names.length === 0 ? [] : [{ text: `says otherwise: ${names.join(', ')}`, mayFail: false }];
}

const saidBy = ({ title, why, fix, assert, references, themes, aka }: Rule): Record<string, unknown> => ({
  title,
  why,
  fix,
  message: assert.map(({ message }) => message.text),
  references,
  themes,
  aka,
});

function differ(what: string, [earlier, later]: readonly [string, string], mayFail: boolean): Detail[] {
  if (earlier === later) return [];
  return [{ text: `${what} ${earlier || 'nothing'} → ${later || 'nothing'}`, mayFail }];
}
