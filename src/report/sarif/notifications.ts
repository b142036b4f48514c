import type { Notification, ReportingDescriptor } from 'sarif';

import type { Cause } from '../../model/cause.ts';
import { causes } from '../../model/cause.ts';
import type { Finding } from '../../model/finding.ts';
import type { Problem } from '../../model/problem.ts';
import type { NotConfigured, Report } from '../../model/report.ts';
import { causeHelp } from '../causes.ts';
import { trustWords, worrying, worryOf } from '../gate-words.ts';
import { sortProblems } from '../order.ts';
import { sayingOf } from '../reason.ts';
import { physicalLocationOf } from './results.ts';
import type { Rules } from './rules.ts';
import { line, nameOf } from './text.ts';

/** What a notification can be about, besides the causes of unknown. */
const others = {
  'not-configured': {
    means: 'A rule did not run because a required parameter has no value.',
    remedy: 'Set the parameter in plumbline.yaml.',
  },
  'left-out': {
    means: 'Some results are not in this file, because of what reads it.',
    remedy: 'Write the json format, or the full profile, which hold every result.',
  },
  waiver: {
    means:
      'A waiver needs somebody: it expired or soon will, holds against nothing, or names more than it may.',
    remedy: 'Renew it, correct it, or remove it: plumbline waivers check.',
  },
  'after-merge': {
    means: 'A change to what decides does not count before it is merged.',
    remedy: 'Review it as what it is: it decides about every later run.',
  },
  'not-compared': {
    means: 'Something could not be compared, so that what is found in it counts as new.',
    remedy: 'Compare with a baseline that holds it.',
  },
} as const;

const topics = { ...causeHelp, ...others };
const ids: readonly (keyof typeof topics)[] = [
  ...causes,
  'not-configured',
  'left-out',
  'waiver',
  'after-merge',
  'not-compared',
];

export const notificationDescriptors: readonly ReportingDescriptor[] = ids.map(id => {
  const { means, remedy } = topics[id];
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: means },
    fullDescription: { text: `${means} ${remedy}` },
    help: { text: remedy },
    defaultConfiguration: { level: 'warning' },
  };
});

export function problemNotifications(problems: readonly Problem[]): Notification[] {
  return sortProblems(problems).map(problemNotification);
}

function problemNotification(problem: Problem): Notification {
  const { cause, message, path, region, account, awsRegion, effect, hint, fatal } = problem;
  const live = [account, awsRegion].filter(part => part !== undefined).join(' ');
  const parts = [
    live === '' ? message : `${live}: ${message}`,
    effect === undefined ? '' : `Effect: ${effect}`,
    hint === undefined ? '' : `Hint: ${hint}`,
  ];
  const place = path === undefined ? [] : [{ physicalLocation: physicalLocationOf({ path, ...region }) }];
  return {
    descriptor: descriptorOf(cause),
    level: fatal ? 'error' : 'warning',
    message: { text: line(parts.map(ended).join(' '), cause) },
    ...(place.length > 0 ? { locations: place } : {}),
  };
}

/** Verdicts that GitHub would make alerts of. */
export function unknownNotifications(findings: readonly Finding[], rules: Rules): Notification[] {
  return findings.map(finding => {
    const { rule, cause = 'unresolved-value', resource, location, title } = finding;
    const text = `${resource.name}: ${sayingOf(finding)}`;
    return {
      descriptor: descriptorOf(cause),
      associatedRule: { id: rule, index: rules.indexOf(rule) },
      level: 'warning',
      message: { text: line(text, title || rule) },
      ...(location ? { locations: [{ physicalLocation: physicalLocationOf(location) }] } : {}),
      properties: { finding: finding.id, resource: resource.key.toWellFormed() },
    };
  });
}

export function notConfiguredNotifications(list: readonly NotConfigured[]): Notification[] {
  return list.map(({ rule, parameters }) => {
    const names = parameters.map(({ name }) => name).join(', ');
    return {
      descriptor: descriptorOf('not-configured'),
      level: 'warning',
      message: { text: line(`${rule} did not run: it needs a value for ${names}.`, rule) },
    };
  });
}

/** What is to be said of waivers, of changes to what decides, and of what was not compared. */
export function gateNotifications(report: Report): Notification[] {
  const { comparison, trust } = report;
  return [
    ...worrying(report).map(use => note('waiver', `${use.where}: ${worryOf(use)}`)),
    ...(trust ? trust.changes.map(change => note('after-merge', trustWords(change))) : []),
    ...(comparison?.notes ?? []).map(text => note('not-compared', text)),
  ];
}

const note = (id: keyof typeof others, text: string): Notification => ({
  descriptor: descriptorOf(id),
  level: 'warning',
  message: { text: line(ended(text), id) },
});

export function leftOutNotification(what: string, count: number): Notification[] {
  if (count === 0) return [];
  return [
    { descriptor: descriptorOf('left-out'), level: 'warning', message: { text: `${what}: ${count}.` } },
  ];
}

/** With a full stop, as other sentences follow. */
const ended = (text: string): string => (text === '' || /[.!?:]$/.test(text) ? text : `${text}.`);

const descriptorOf = (id: Cause | keyof typeof others) => ({ id, index: ids.indexOf(id) });
