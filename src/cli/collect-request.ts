import { resolve } from 'node:path';

import { UsageError } from '../model/problem.ts';
import { collectDefaults, vias } from '../scan/live/collect.ts';
import type { CollectRequest, PerUnit } from '../scan/live/collect.ts';
import { choiceOf, flagOf, formOf, numberOf, textOf, textsOf } from './answers.ts';
import type { Answers } from './io.ts';
import { version } from './version.ts';

/** What a collection into a file is asked for. */
export function collectRequest(options: Answers, path: string): CollectRequest {
  const organisation = flagOf(options, 'org');
  const roles = textsOf(options, 'role').map(perUnit);
  const filter = {
    accounts: listOf(options, 'accounts'),
    excluded: listOf(options, 'excludeAccounts'),
    units: textsOf(options, 'ou'),
    tags: textsOf(options, 'tags').map(tagOf),
  };
  for (const id of [...filter.accounts, ...filter.excluded]) checkAccount(id);
  const source = sourceOf(options);
  const deadline = durationOf(options);
  const resume = resumeOf(options);
  // Of a snapshot that is gone on with, its header says what it is of.
  if (resume === undefined) {
    if (roles.length === 0) refuseWithoutRole(source.via, organisation, filter.accounts);
    if (!organisation) refuseOutsideOfOrganisation(options);
  }
  return {
    tool: { name: 'plumbline', version: version() },
    path,
    organisation,
    roles,
    externalIds: textsOf(options, 'externalId').map(perUnit),
    filter,
    regions: listOf(options, 'regions'),
    services: listOf(options, 'services'),
    maxRps: numberOf(options, 'maxRps', 1) ?? collectDefaults.maxRps,
    concurrency: numberOf(options, 'concurrency', 1) ?? collectDefaults.concurrency,
    redact: flagOf(options, 'redact'),
    ...source,
    ...startOf(options),
    ...(deadline !== undefined && { deadline }),
    ...(resume !== undefined && { resume }),
  };
}

function startOf(options: Answers): Pick<CollectRequest, 'profile' | 'managementRole'> {
  const profile = textOf(options, 'profile');
  const managementRole = textOf(options, 'managementRole');
  return {
    ...(profile !== undefined && { profile }),
    ...(managementRole !== undefined && { managementRole }),
  };
}

/** Whom to ask. */
function sourceOf(options: Answers): Pick<CollectRequest, 'via' | 'aggregator'> {
  const via = choiceOf(options, 'via', vias);
  const aggregator = textOf(options, 'aggregator');
  if (via === 'api' && aggregator !== undefined)
    throw new UsageError('--via api asks no aggregator', { hint: 'leave out --aggregator' });
  return { ...(via !== undefined && { via }), ...(aggregator !== undefined && { aggregator }) };
}

/** The file that `-o` names. */
export function outputPath(options: Answers, cwd: string): string | undefined {
  const output = textOf(options, 'output');
  return output === undefined ? undefined : resolve(cwd, output);
}

/** What narrows the scope, which a snapshot that is gone on with has already. */
const scoping = ['regions', 'accounts', 'excludeAccounts', 'ou', 'tags', 'services', 'redact'] as const;

function resumeOf(options: Answers): CollectRequest['resume'] {
  const [resume, failed] = [flagOf(options, 'resume'), flagOf(options, 'onlyFailed')];
  if (!resume && !failed) return undefined;
  const given = scoping.find(name => options[name] !== undefined);
  if (given !== undefined)
    throw new UsageError(`a snapshot is gone on with as it was begun: --${kebab(given)} cannot be changed`, {
      hint: 'leave it out, or begin another snapshot',
    });
  return failed ? 'failed' : 'missing';
}

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** Comma-separated, as often as one likes. */
const listOf = (options: Answers, name: string): readonly string[] =>
  textsOf(options, name).flatMap(text =>
    text
      .split(',')
      .map(part => part.trim())
      .filter(Boolean),
  );

/** `name`, or `Workloads/Production=name`. */
function perUnit(text: string): PerUnit {
  const at = text.indexOf('=');
  return at === -1 ? { value: text } : { unit: text.slice(0, at), value: text.slice(at + 1) };
}

function tagOf(text: string): CollectRequest['filter']['tags'][number] {
  const at = text.indexOf('=');
  return at === -1 ? { key: text } : { key: text.slice(0, at), value: text.slice(at + 1) };
}

function checkAccount(id: string): void {
  if (/^\d{12}$/.test(id)) return;
  throw new UsageError(`${id} is no account id`, { hint: 'twelve digits: 111122223333' });
}

/** An aggregator is in the caller's account, and can be asked without entering another one. */
function refuseWithoutRole(
  via: CollectRequest['via'],
  organisation: boolean,
  accounts: readonly string[],
): void {
  if (via !== 'config' && (organisation || accounts.length > 0)) throw noRole(organisation);
}

const noRole = (organisation: boolean): UsageError =>
  new UsageError(
    `${organisation ? '--org' : '--accounts'} needs --role, the role to assume in each account`,
    {
      hint: 'deploy/ has one for CloudFormation StackSets and for Terraform',
    },
  );

function refuseOutsideOfOrganisation(options: Answers): void {
  const given = (['ou', 'tags', 'excludeAccounts', 'managementRole'] as const).find(
    name => options[name] !== undefined,
  );
  if (given === undefined) return;
  throw new UsageError(`--${kebab(given)} is about an organisation`, { hint: 'add --org' });
}

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Milliseconds. */
function durationOf(options: Answers): number | undefined {
  const text = formOf(options, 'deadline', { form: /^\d+[smh]$/, example: '4h' });
  return text === undefined ? undefined : Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? 0);
}
