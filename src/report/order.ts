import type { FileLocation, Finding, Verdict } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import { type Severity, severities } from '../model/rule.ts';
import type { Region } from '../model/source.ts';

/** Sorts behind every path. */
const noPath = '\uffff';

/** The worst first: severity, then rule, then place; what never gates comes last. Total, so that the order never depends on how a run went. */
export const sortFindings = (findings: readonly Finding[]): Finding[] => findings.toSorted(compareFindings);

/** Of a hundred thousand findings no keys are made to sort them by. */
function compareFindings(left: Finding, right: Finding): number {
  return (
    Number(left.stage === 'preview') - Number(right.stage === 'preview') ||
    severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
    compareTexts(left.rule, right.rule) ||
    comparePlaces(left.location, right.location) ||
    compareTexts(left.resource.key, right.resource.key) ||
    compareTexts(left.message, right.message) ||
    compareTexts(left.id, right.id)
  );
}

function comparePlaces(left: FileLocation | undefined, right: FileLocation | undefined): number {
  if (!left || !right) return Number(!left) - Number(!right);
  return compareTexts(left.path, right.path) || left.line - right.line || left.column - right.column;
}

const compareTexts = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);

/** By place. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return sortBy(problems, ({ path, region, message }) => [path ?? noPath, ...positionOf(region), message]);
}

/** The findings of one verdict under one rule. */
export interface Group {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** The results of one verdict by rule, the worst first. Where severities differ within a rule, each has its group. */
export function groupByRule(results: readonly Finding[], verdict: Verdict): Group[] {
  const groups = new Map<string, { rule: string; title: string; severity: Severity; findings: Finding[] }>();
  for (const finding of sortFindings(results.filter(result => result.verdict === verdict))) {
    const { rule, title, severity } = finding;
    const key = `${severity} ${rule}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { rule, title, severity, findings: [finding] });
  }
  return [...groups.values()];
}

/** Sorted by the first key in which two items differ. Text by UTF-16 code unit: the same on every system, unlike a locale's order. */
export function sortBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly (string | number)[],
): Item[] {
  return items
    .map(item => ({ item, keys: keysOf(item) }))
    .toSorted((left, right) => compareKeys(left.keys, right.keys))
    .map(({ item }) => item);
}

function compareKeys(left: readonly (string | number)[], right: readonly (string | number)[]): number {
  for (let index = 0; index < left.length; index += 1)
    if (left[index] !== right[index]) return compare(left[index], right[index]);
  return 0;
}

function compare(left: string | number = 0, right: string | number = 0): number {
  return left < right ? -1 : 1;
}

const positionOf = (region: Region | undefined): readonly [number, number] =>
  region ? [region.line, region.column] : [0, 0];
