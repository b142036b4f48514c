import { evaluate } from '../evaluate/evaluate.ts';
import type { PreparedRule } from '../evaluate/prepare.ts';
import type { Case } from '../model/case.ts';
import type { Finding, Verdict } from '../model/finding.ts';
import { verdicts } from '../model/finding.ts';
import type { Estate } from '../model/resource.ts';
import type { ParameterValue, Rule } from '../model/rule.ts';
import { regionOf } from '../model/source.ts';
import { normalize } from '../normalize/normalize.ts';
import { parseCloudFormation } from '../parse/cloudformation/parse.ts';
import { parseTerraform } from '../parse/terraform/parse.ts';
import type { Node } from '../syntax/node.ts';
import { estateOfGraph } from './case-graph.ts';
import { hash } from './hash.ts';
import { prepareRules } from './prepare-rules.ts';
import type { CaseResult, Knowledge, TestRequest } from './request.ts';

/** Runs the cases of rules: each must give the verdict, and where it says so the messages and places, that it expects. */
export async function testRules({ rules, ...knowledge }: TestRequest): Promise<readonly CaseResult[]> {
  return Promise.all(rules.flatMap(({ rule, cases }) => cases.map(one => testCase(rule, one, knowledge))));
}

async function testCase(rule: Rule, one: Case<Node>, knowledge: Knowledge): Promise<CaseResult> {
  const findings = await findingsOf(rule, one, knowledge);
  const actual = worst(findings);
  const details = [
    ...(actual === one.expect ? [] : [`expected ${one.expect}, was ${actual}`, ...findings.map(line)]),
    ...leftOutDetails(one, findings),
    ...compared(
      'messages',
      one.messages,
      shown(findings, one.expect).map(({ message }) => message),
    ),
    ...compared(
      'places',
      one.properties,
      shown(findings, one.expect).map(({ property }) => property ?? ''),
    ),
  ];
  const { file, at } = one;
  return {
    rule: rule.id,
    case: one.name,
    path: file.path,
    region: regionOf(at),
    expected: one.expect,
    actual,
    details,
  };
}

/** The verdicts of a rule on the input of a case, those of its subject alone when it names one. */
async function findingsOf(rule: Rule, one: Case<Node>, knowledge: Knowledge): Promise<readonly Finding[]> {
  const prepared = await prepareRules(
    [{ rule, severity: rule.severity, parameters: parametersOf(rule, one) }],
    knowledge.facts,
  );
  return verdictsOn(prepared, one, knowledge);
}

/** What prepared rules say of the input of a case. */
function verdictsOn(
  rules: readonly PreparedRule[],
  one: Case<Node>,
  { types }: Knowledge,
): readonly Finding[] {
  const findings = evaluate(estateOf(one, types), rules, { types, hash });
  return findings.filter(({ resource }) => one.subject === undefined || resource.name === one.subject);
}

export function parametersOf({ params }: Rule, one: Case<Node>): Readonly<Record<string, ParameterValue>> {
  const defaults = Object.entries(params).flatMap(([name, { default: value }]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(defaults), ...one.params };
}

function estateOf({ input, context, file }: Case<Node>, types: Knowledge['types']): Estate {
  if (input.kind === 'graph') return estateOfGraph(input.resources, input.open, types);
  const { stacks } =
    input.kind === 'terraform'
      ? parseTerraform([input.source], { placement: () => context })
      : parseCloudFormation([{ file, root: input.tree, placement: context }], {});
  return normalize(stacks, types).estate;
}

/** Fail, then unknown, then pass; not-applicable when nothing else was said. */
function worst(findings: readonly Finding[]): Verdict {
  return verdicts.find(verdict => findings.some(finding => finding.verdict === verdict)) ?? 'not-applicable';
}

const shown = (findings: readonly Finding[], verdict: Verdict): readonly Finding[] =>
  findings.filter(finding => finding.verdict === verdict);

const line = ({ verdict, resource, message }: Finding): string =>
  `  ${verdict}  ${resource.name}  ${message}`;

/** A case that says it leaves a property out must not be one where the rule finds nothing to look at. */
function leftOutDetails(one: Case<Node>, findings: readonly Finding[]): string[] {
  return one.leftOut !== undefined && findings.length === 0
    ? [`no resource of the rule is in the case that leaves ${one.leftOut} out`]
    : [];
}

function compared(
  what: string,
  expected: readonly string[] | undefined,
  actual: readonly string[],
): string[] {
  if (
    !expected ||
    (expected.length === actual.length && expected.every((text, index) => text === actual[index]))
  )
    return [];
  return [
    `${what} differ`,
    ...expected.map(text => `  expected  ${text}`),
    ...actual.map(text => `  was       ${text}`),
  ];
}
