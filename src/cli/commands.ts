import type { Handler } from './io.ts';
import { inputOptions, policyOptions, type OptionName } from './options.ts';

/** A command as help, completion and the parser know it. Its code loads when it runs. */
export interface CommandSpec {
  /** `rules list` */
  readonly name: string;
  /** In commander's words: `<required> [optional] [many...]`. */
  readonly args: string;
  readonly summary: string;
  readonly options: readonly OptionName[];
  readonly examples: readonly string[];
  /** What the shell offers for the arguments. */
  readonly offers?: 'file' | 'rule' | 'policy' | 'topic' | 'shell';
  readonly load: () => Promise<Handler>;
}

export const commands: readonly CommandSpec[] = [
  {
    name: 'scan',
    args: '[path...]',
    summary: 'assess templates, CDK assemblies and policy documents; found by content',
    options: [
      ...inputOptions,
      ...policyOptions,
      'rule',
      'format',
      'verdicts',
      'sarifProfile',
      'ascii',
      'width',
      'quiet',
      'verbose',
      'failOn',
      'unknown',
      'requireComplete',
      'exitZero',
    ],
    examples: [
      'plumbline scan',
      'plumbline scan infra --region eu-west-1 --set approvedModels=anthropic.claude-sonnet-4-5',
      'plumbline scan -f terminal -f sarif=plumbline.sarif -f json=plumbline.json',
    ],
    offers: 'file',
    load: async () => (await import('./commands/scan.ts')).scanCommand,
  },
  {
    name: 'explain',
    args: '<rule|finding-id> [path...]',
    summary: 'what a rule is about and how to fix it; or one finding, with the paths to scan',
    options: [...inputOptions, ...policyOptions, 'ruleFormat', 'ascii', 'width'],
    examples: [
      'plumbline explain bedrock/agent-guardrail-attached',
      'plumbline explain CKV_AWS_383',
      'plumbline explain 3f2a9c0d1b7e infra',
    ],
    offers: 'rule',
    load: async () => (await import('./commands/explain.ts')).explainCommand,
  },
  {
    name: 'rules list',
    args: '[pattern...]',
    summary: 'the rules, and which of them the policy selects',
    options: [...policyOptions, 'listFormat'],
    examples: ['plumbline rules list', "plumbline rules list 'bedrock/*' -f json"],
    offers: 'rule',
    load: async () => (await import('./commands/rules-list.ts')).rulesListCommand,
  },
  {
    name: 'rules check',
    args: '[folder...]',
    summary: 'load rules and check every expression against the types of AWS',
    options: ['config', 'noConfig', 'rules'],
    examples: ['plumbline rules check', 'plumbline rules check my-rules'],
    offers: 'file',
    load: async () => (await import('./commands/rules-check.ts')).rulesCheckCommand,
  },
  {
    name: 'rules test',
    args: '[folder|id...]',
    summary: 'run the cases of rules',
    options: ['config', 'noConfig', 'rules', 'verbose'],
    examples: ['plumbline rules test', 'plumbline rules test bedrock/agent-session-timeout'],
    offers: 'rule',
    load: async () => (await import('./commands/rules-test.ts')).rulesTestCommand,
  },
  {
    name: 'rules trace',
    args: '<rule> [path...]',
    summary: 'run one rule and print every value that it reads, and where it came from',
    options: [...inputOptions, ...policyOptions, 'resource'],
    examples: ['plumbline rules trace bedrock/agent-session-timeout infra --resource SupportAgent'],
    offers: 'rule',
    load: async () => (await import('./commands/rules-trace.ts')).rulesTraceCommand,
  },
  {
    name: 'rules new',
    args: '<id>',
    summary: 'make the folder of a new rule; never overwrites',
    options: ['into', 'config', 'noConfig'],
    examples: ['plumbline rules new acme/agent-owner --into my-rules'],
    load: async () => (await import('./commands/rules-new.ts')).rulesNewCommand,
  },
  {
    name: 'policies list',
    args: '',
    summary: 'the policies that come with plumbline',
    options: ['listFormat'],
    examples: ['plumbline policies list'],
    load: async () => (await import('./commands/policies-list.ts')).policiesListCommand,
  },
  {
    name: 'policies show',
    args: '[policy...]',
    summary: 'the rules and parameters of a policy; of the configured ones without a name',
    options: [...policyOptions, 'listFormat'],
    examples: ['plumbline policies show genai-baseline'],
    offers: 'policy',
    load: async () => (await import('./commands/policies-show.ts')).policiesShowCommand,
  },
  {
    name: 'config show',
    args: '[path...]',
    summary: 'the settings that a scan of these paths would use',
    options: [...policyOptions, 'origin', 'listFormat'],
    examples: ['plumbline config show --origin'],
    offers: 'file',
    load: async () => (await import('./commands/config-show.ts')).configShowCommand,
  },
  {
    name: 'init',
    args: '',
    summary: 'write plumbline.yaml with every setting explained; never overwrites',
    options: [],
    examples: ['plumbline init'],
    load: async () => (await import('./commands/init.ts')).initCommand,
  },
  {
    name: 'completion',
    args: '<shell>',
    summary: 'a completion script for bash, zsh, fish or powershell',
    options: [],
    examples: ['source <(plumbline completion bash)'],
    offers: 'shell',
    load: async () => (await import('./commands/completion.ts')).completionCommand,
  },
  {
    name: 'help',
    args: '[topic...]',
    summary: 'about a command, or exit-codes, formats, environment, config',
    options: [],
    examples: ['plumbline help scan', 'plumbline help exit-codes'],
    offers: 'topic',
    load: async () => (await import('./commands/help.ts')).helpCommand,
  },
];

/** What a command group is called in help. */
export const groupSummaries: Readonly<Record<string, string>> = {
  rules: 'list, check, test, trace and make rules',
  policies: 'list and show policies',
  config: 'show the configuration',
};
