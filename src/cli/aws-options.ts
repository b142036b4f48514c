import type { OptionSpec } from './option-spec.ts';

/** The options of what reads AWS. */
export const awsCommandOptions = {
  aws: {
    flags: '--aws',
    description: 'read a live account (or with --org the organisation) and assess it',
    group: 'AWS',
  },
  org: {
    flags: '--org',
    description: 'every account of the organisation; incomplete then ends with 3',
    group: 'AWS',
  },
  role: {
    flags: '--role <[unit=]name>',
    description: 'the role to assume in each account; with a unit, below that organisational unit',
    group: 'AWS',
    repeat: true,
  },
  externalId: {
    flags: '--external-id <[unit=]id>',
    description: 'the external id that the roles ask for',
    group: 'AWS',
    repeat: true,
  },
  managementRole: {
    flags: '--management-role <name>',
    description: 'the role in the management account, which StackSets do not reach',
    group: 'AWS',
  },
  profile: {
    flags: '--profile <name>',
    description: 'the AWS profile to start from (SSO too)',
    group: 'AWS',
  },
  regions: {
    flags: '--regions <list>',
    description: 'only these Regions, of those that are switched on; by commas',
    group: 'AWS',
    repeat: true,
  },
  accounts: {
    flags: '--accounts <list>',
    description: 'only these accounts, by commas',
    group: 'AWS',
    repeat: true,
  },
  excludeAccounts: {
    flags: '--exclude-accounts <list>',
    description: 'all but these accounts, by commas',
    group: 'AWS',
    repeat: true,
  },
  ou: {
    flags: '--ou <unit>',
    description: 'only accounts below this organisational unit: id, name or path',
    group: 'AWS',
    repeat: true,
  },
  tags: {
    flags: '--tags <key[=value]>',
    description: 'only accounts with this tag in Organizations',
    group: 'AWS',
    repeat: true,
  },
  services: {
    flags: '--services <list>',
    description: 'only these services, by commas',
    group: 'AWS',
    repeat: true,
  },
  via: {
    flags: '--via <source>',
    description:
      'whom to ask: config (an aggregator of AWS Config alone), api (each account alone), or auto (an aggregator for what it is enough for)',
    group: 'AWS',
    choices: ['auto', 'config', 'api'],
  },
  aggregator: {
    flags: '--aggregator <name>',
    description: 'the aggregator of AWS Config in the account of the run; found when there is one',
    group: 'AWS',
  },
  maxRps: {
    flags: '--max-rps <number>',
    description: 'most calls a second to one service in one account and Region (default: 10)',
    group: 'AWS',
  },
  concurrency: {
    flags: '--concurrency <number>',
    description: 'services of accounts and Regions that are read side by side (default: 24)',
    group: 'AWS',
  },
  deadline: {
    flags: '--deadline <duration>',
    description: 'stop cleanly after this time: 90s, 30m, 4h',
    group: 'AWS',
  },
  output: {
    flags: '-o, --output <file>',
    description: 'the snapshot to write',
    group: 'AWS',
    offers: 'file',
  },
  resume: {
    flags: '--resume',
    description: 'go on with the snapshot: read what is missing and what was not ok',
    group: 'AWS',
  },
  onlyFailed: {
    flags: '--only-failed',
    description: 'go on with the snapshot: read again what was not ok, and nothing else',
    group: 'AWS',
  },
  redact: {
    flags: '--redact',
    description: 'write pseudonyms for account ids and names; their key lies beside the snapshot',
    group: 'AWS',
  },
  dryRun: { flags: '--dry-run', description: 'say what would be read, and read none of it', group: 'AWS' },
  iamPolicy: {
    flags: '--policy',
    description: 'print the policy that the scan role needs, as JSON',
    group: 'AWS',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Where to begin, what is in scope, and how hard to ask. */
export const awsOptions = [
  'org',
  'role',
  'externalId',
  'managementRole',
  'profile',
  'regions',
  'accounts',
  'excludeAccounts',
  'ou',
  'tags',
  'services',
  'maxRps',
  'concurrency',
  'deadline',
] as const;

/** The same, and whom to ask. */
export const awsSourceOptions = [...awsOptions, 'via', 'aggregator'] as const;
