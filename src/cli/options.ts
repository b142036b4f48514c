import { gateLevels, unknownLevels } from '../catalog/gate-levels.ts';
import { awsCommandOptions } from './aws-options.ts';
import type { OptionSpec } from './option-spec.ts';

const commandOptions = {
  ...awsCommandOptions,
  region: {
    flags: '--region <region>',
    description: 'where templates and Terraform are deployed; without it, what depends on it is unknown',
    group: 'Input',
  },
  account: {
    flags: '--account <id>',
    description: 'the account they are deployed to (AWS::AccountId)',
    group: 'Input',
  },
  partition: {
    flags: '--partition <partition>',
    description: 'aws, aws-cn, aws-us-gov, … (AWS::Partition)',
    group: 'Input',
  },
  cfnParameters: {
    flags: '--cfn-parameters <file|name=value>',
    description: 'values for the parameters of templates: a parameter file, or one value',
    group: 'Input',
    repeat: true,
    offers: 'file',
  },
  tfVar: {
    flags: '--tf-var <name=value>',
    description: 'a value for a variable of Terraform, as terraform -var takes it',
    group: 'Input',
    repeat: true,
  },
  tfVarFile: {
    flags: '--tf-var-file <file>',
    description: 'a file of values for variables of Terraform (.tfvars, .tfvars.json)',
    group: 'Input',
    repeat: true,
    offers: 'file',
  },
  tfWorkspace: {
    flags: '--tf-workspace <name>',
    description: 'the workspace of Terraform; without it, what depends on it is unknown',
    group: 'Input',
  },
  source: {
    flags: '--source <folder>',
    description: 'the root module that a plan was made from, when it is not found by itself',
    group: 'Input',
    repeat: true,
    offers: 'folder',
  },
  allowEmpty: { flags: '--allow-empty', description: 'finding nothing to scan is no error', group: 'Input' },
  policy: {
    flags: '--policy <id|file>',
    description: 'the policy to hold to, instead of those in the configuration (default: genai-baseline)',
    group: 'Policy',
    repeat: true,
    offers: 'policy',
  },
  set: {
    flags: '--set <name=value>',
    description: 'a value for a parameter of the policy; lists take commas or JSON',
    group: 'Policy',
    repeat: true,
  },
  rules: {
    flags: '--rules <folder>',
    description: 'also load the rules of this folder',
    group: 'Policy',
    repeat: true,
    offers: 'folder',
  },
  rule: {
    flags: '--rule <id>',
    description: 'run this rule and no other, whatever the policy selects',
    group: 'Policy',
    repeat: true,
    offers: 'rule',
  },
  config: {
    flags: '--config <file>',
    description: 'read this configuration and no other (default: the nearest plumbline.yaml)',
    group: 'Policy',
    offers: 'file',
  },
  noConfig: { flags: '--no-config', description: 'read no configuration', group: 'Policy' },
  format: {
    flags: '-f, --format <format[=file]>',
    description: 'what to write, and where to (default: terminal, to standard output)',
    group: 'Output',
    repeat: true,
    offers: 'format',
  },
  verdicts: {
    flags: '--verdicts <which>',
    description: 'findings, or all with what passed and what did not apply',
    group: 'Output',
    choices: ['findings', 'all'],
  },
  sarifProfile: {
    flags: '--sarif-profile <profile>',
    description: 'github: what code scanning takes; azure: the same for Azure DevOps; full: all of SARIF',
    group: 'Output',
    choices: ['github', 'azure', 'full'],
  },
  sarifCategory: {
    flags: '--sarif-category <name>',
    description: 'tells analyses of one commit apart in code scanning, in sarif',
    group: 'Output',
  },
  ascii: { flags: '--ascii', description: 'nothing but ASCII in terminal and compact', group: 'Output' },
  width: { flags: '--width <columns>', description: 'columns to wrap at in terminal', group: 'Output' },
  quiet: {
    flags: '-q, --quiet',
    description: 'findings, problems and the gate line alone',
    group: 'Output',
  },
  verbose: {
    flags: '-v, --verbose',
    description: 'say on standard error what was loaded',
    group: 'Output',
  },
  failOn: {
    flags: '--fail-on <severity>',
    description: 'the least severity that ends with exit code 1 (default: high)',
    group: 'Gate',
    choices: gateLevels,
  },
  unknown: {
    flags: '--unknown <what>',
    description: 'what an undecided verdict does to the gate (default: warn)',
    group: 'Gate',
    choices: unknownLevels,
  },
  requireComplete: {
    flags: '--require-complete',
    description: 'end with exit code 3 when anything in scope was not assessed',
    group: 'Gate',
  },
  waivers: {
    flags: '--waivers <file>',
    description: 'read waivers from this file, instead of those in the configuration',
    group: 'Gate',
    repeat: true,
    offers: 'file',
  },
  noInline: {
    flags: '--no-inline',
    description: 'waivers in comments and Metadata of the inputs do not count',
    group: 'Gate',
  },
  asOf: {
    flags: '--as-of <day>',
    description: 'judge waivers as of this day, YYYY-MM-DD in UTC (default: today)',
    group: 'Gate',
  },
  baseline: {
    flags: '--baseline <file>',
    description: 'what is in this baseline is known and does not gate',
    group: 'Gate',
    offers: 'file',
  },
  noBaseline: {
    flags: '--no-baseline',
    description: 'read no baseline: everything gates',
    group: 'Gate',
  },
  diffFrom: {
    flags: '--diff-from <ref>',
    description: 'assess the commit at which this work left REF too: only what is new since gates',
    group: 'Gate',
  },
  trustRef: {
    flags: '--trust-ref <ref>',
    description: 'take configuration, policies, own rules, waivers and baseline from this commit',
    group: 'Gate',
  },
  waivedResource: {
    flags: '--resource <id>',
    description: 'what is accepted: a resource as reports identify it, or its name where there is one only',
    group: 'Gate',
  },
  reason: { flags: '--reason <text>', description: 'why the failure is acceptable', group: 'Gate' },
  owner: { flags: '--owner <who>', description: 'who answers for the resource', group: 'Gate' },
  approver: { flags: '--approver <who>', description: 'who accepted it', group: 'Gate' },
  ticket: { flags: '--ticket <id>', description: 'where it was decided', group: 'Gate' },
  expires: {
    flags: '--expires <day|days>',
    description: 'the last day on which it holds: 2027-03-31, or 90d; at most 365 days ahead',
    group: 'Gate',
  },
  id: { flags: '--id <name>', description: 'a name for the waiver', group: 'Gate' },
  maxFindings: {
    flags: '--max-findings <number>',
    description: 'with `*` in the resource: how many findings it may accept',
    group: 'Gate',
  },
  expiring: {
    flags: '--expiring <days>',
    description: 'only those that end within so many days, 30d, or have ended',
    group: 'Output',
  },
  output: {
    flags: '-o, --output <file>',
    description: 'where to write it (default: plumbline-baseline.json beside the configuration)',
    group: 'Output',
    offers: 'file',
  },
  acceptNew: {
    flags: '--accept-new',
    description: 'take in what is new, so that it does not gate',
    group: 'Gate',
  },
  moved: {
    flags: '--moved',
    description: 'what only another file tells from what is gone has moved',
    group: 'Gate',
  },
  exitZero: {
    flags: '--exit-zero',
    description: 'end with 0 where it would be 1; errors stay errors',
    group: 'Gate',
  },
  origin: { flags: '--origin', description: 'where each value comes from', group: 'Output' },
  resource: {
    flags: '--resource <name>',
    description: 'the logical id of the resource to trace',
    group: 'Input',
  },
  ruleFormat: {
    flags: '-f, --format <format>',
    description: 'text, json, or markdown',
    group: 'Output',
    choices: ['text', 'json', 'markdown'],
  },
  listFormat: {
    flags: '-f, --format <format>',
    description: 'text or json',
    group: 'Output',
    choices: ['text', 'json'],
  },
  into: {
    flags: '--into <folder>',
    description: 'the folder of rules to put it in (default: that of the configuration, else rules)',
    group: 'Output',
    offers: 'folder',
  },
  color: {
    flags: '--color <when>',
    description: 'auto, always or never',
    group: 'General',
    choices: ['auto', 'always', 'never'],
  },
  debug: { flags: '--debug', description: 'show the stack of an error', group: 'General' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof commandOptions;

export const options: Readonly<Record<OptionName, OptionSpec>> = commandOptions;

/** What decides which rules run, with which parameters. */
export const policyOptions = ['policy', 'set', 'rules', 'config', 'noConfig'] as const;

/** What lets a failure through: accepted, known before, not new; and who says so. */
export const gateOptions = [
  'waivers',
  'noInline',
  'asOf',
  'baseline',
  'noBaseline',
  'diffFrom',
  'trustRef',
] as const;

/** What a command needs that looks at files. */
export const inputOptions = [
  'region',
  'account',
  'partition',
  'cfnParameters',
  'tfVar',
  'tfVarFile',
  'tfWorkspace',
  'source',
  'allowEmpty',
] as const;
