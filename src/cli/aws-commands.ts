import { awsOptions, awsSourceOptions } from './aws-options.ts';
import type { CommandSpec } from './io.ts';

/** The commands that read AWS, and what they write. */
export const awsCommands: readonly CommandSpec[] = [
  {
    name: 'collect',
    args: '',
    summary: 'read a live account or organisation into a snapshot, read only; scan assesses it',
    options: [
      'output',
      ...awsSourceOptions,
      'resume',
      'onlyFailed',
      'redact',
      'dryRun',
      'requireComplete',
      'quiet',
    ],
    examples: [
      'plumbline collect -o today.plumb --profile audit',
      'plumbline collect --org --role PlumblineScan --external-id plumbline -o nightly.plumb',
      'plumbline collect --org --via config --aggregator organization -o recorded.plumb',
      'plumbline collect --org --role PlumblineScan --dry-run',
    ],
    load: async () => (await import('./commands/collect.ts')).collectCommand,
  },
  {
    name: 'diff',
    args: '<before> <after>',
    summary: 'what changed between two snapshots: resources and verdicts',
    options: ['policy', 'set', 'rules', 'rule', 'config', 'noConfig', 'listFormat'],
    examples: ['plumbline diff yesterday.plumb today.plumb'],
    offers: 'file',
    load: async () => (await import('./commands/diff.ts')).diffCommand,
  },
  {
    name: 'doctor',
    args: '[permissions]',
    summary: 'whether everything is there that a live scan needs; permissions: what each account lacks',
    options: [...awsOptions, 'iamPolicy'],
    examples: [
      'plumbline doctor',
      'plumbline doctor permissions --org --role PlumblineScan',
      'plumbline doctor permissions --policy',
    ],
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
];
