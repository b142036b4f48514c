import { resolve } from 'node:path';

import type { PolicyValidationStack, PolicyViolatingResource, PolicyViolation } from 'aws-cdk-lib';

import type { Finding } from '../model/finding.ts';
import { isGating } from '../model/gate.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { causeHelp } from '../report/causes.ts';
import { groupByRule, sortProblems, type Group } from '../report/order.ts';
import { sayingOf } from '../report/reason.ts';
import type { Outcome } from './scan.ts';

/**
 * What the CDK shows. What decides is `fatal`, which nobody can acknowledge away: a waiver has an owner and an end, and
 * counts here as everywhere. The rest is `warning`, also what is unknown or was not assessed, so that it is seen.
 */
export function violationsOf(outcome: Outcome, stacks: readonly PolicyValidationStack[]): PolicyViolation[] {
  const home = stacks.slice(0, 1).map(stack => ({
    constructPath: stack.stackConstructPath,
    templatePath: stack.templatePath,
    locations: [],
  }));
  // A violation without a resource is not shown, and what is not shown does not end the synthesis.
  return allOf(outcome).map(violation =>
    violation.violatingResources.length > 0 ? violation : { ...violation, violatingResources: home },
  );
}

function allOf(outcome: Outcome): PolicyViolation[] {
  if (outcome.kind === 'failed') return [reasonViolation(outcome.reason)];
  const { report, root } = outcome;
  const { gate, problems, results } = report;
  const violations = [
    ...sortProblems(problems).map(problem => problemViolation(problem, report, root)),
    ...groupByRule(results, 'fail').flatMap(group => findingViolations(group, report, root)),
    ...groupByRule(results, 'unknown').flatMap(group => findingViolations(group, report, root)),
  ];
  const isExplained = gate.exitCode === 0 || violations.some(({ severity }) => severity === 'fatal');
  return isExplained ? violations : [reasonViolation(gate.reason), ...violations];
}

const reasonViolation = (reason: string): PolicyViolation => ({
  ruleName: 'plumbline/assessed',
  description: `Not assessed, so not passed: ${reason}`,
  severity: 'fatal',
  violatingResources: [],
});

function problemViolation(
  { cause, message, path, region, effect, hint, fatal }: Problem,
  { gate }: Report,
  root: string,
): PolicyViolation {
  return {
    ruleName: `plumbline/${cause}`,
    description: ['Not assessed', message, effect].filter(part => part !== undefined).join(': '),
    fix: hint ?? causeHelp[cause].remedy,
    severity: fatal || gate.requireComplete ? 'fatal' : 'warning',
    violatingResources:
      path === undefined
        ? []
        : [{ templatePath: resolve(root, path), locations: region ? [`line ${region.line}`] : [] }],
  };
}

/** One for each message: the CDK shows the resources under it. */
function findingViolations({ rule: id, title, severity, findings }: Group, report: Report, root: string) {
  const fix = report.rules.find(rule => rule.id === id)?.fix.summary;
  const messages = Map.groupBy(findings, finding =>
    JSON.stringify([describe(finding), isGating(finding, report.gate)]),
  );
  return [...messages.values()].flatMap(([first, ...others]): PolicyViolation[] =>
    first
      ? [
          {
            ruleName: id,
            description: `${title}: ${describe(first)}`,
            ...(first.verdict === 'fail' && fix !== undefined && { fix }),
            ...(first.cause && { fix: causeHelp[first.cause].remedy }),
            severity: isGating(first, report.gate) ? 'fatal' : 'warning',
            ruleMetadata: { severity, verdict: first.verdict },
            violatingResources: [first, ...others].flatMap(finding => resourceOf(finding, root)),
          },
        ]
      : [],
  );
}

const describe = (finding: Finding): string =>
  finding.verdict === 'unknown' ? `unknown: ${sayingOf(finding)}` : sayingOf(finding);

/** The CDK finds the construct by logical id, but not in nested stacks. A scope, such as an account, has neither. */
function resourceOf({ resource, property }: Finding, root: string): PolicyViolatingResource[] {
  const { key, construct } = resource;
  const [path = '', id] = key.split('#');
  if (id === undefined) return [];
  const place = {
    templatePath: resolve(root, path),
    locations: property === undefined ? [] : [`Properties.${property}`],
  };
  return [
    { ...place, ...(construct === undefined ? { resourceLogicalId: id } : { constructPath: construct }) },
  ];
}
