import { join, resolve } from 'node:path';

import { rejected } from '../catalog/diagnostic.ts';
import { digestOf } from '../catalog/digest.ts';
import { displayPath } from '../catalog/display-path.ts';
import { loadConfig, type Config } from '../catalog/load-config.ts';
import { packageFolder } from '../catalog/package-folder.ts';
import { loadPolicies, type PolicyName } from '../catalog/policies.ts';
import type { PolicyFile } from '../catalog/policy-file.ts';
import { resolvePolicy, type ResolvedRule } from '../catalog/resolve-policy.ts';
import { ownRuleFolder, type RuleFolder } from '../catalog/rule-folders.ts';
import { loadRules } from '../catalog/rules.ts';
import { UsageError } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import { resolveTargets, type Targets } from '../scan/inputs/root.ts';
import type { Knowledge } from '../scan/request.ts';
import { pairOf, textsOf } from './answers.ts';
import { groundOf, optionsOn, type Ground } from './ground.ts';
import type { Answers, Io } from './io.ts';
import { loadKnowledge } from './knowledge.ts';

/** What every command stands on: where, under which configuration, with which rules. */
export interface Setup extends Knowledge, Targets {
  /** Where everything that decides was read. */
  readonly ground: Ground;
  /** The options, with the files that they name as they are on that ground. */
  readonly decisions: Answers;
  readonly config: Config;
  readonly folders: readonly RuleFolder[];
  /** The folder that each rule came from, by id. */
  readonly origins: ReadonlyMap<string, RuleFolder>;
  readonly rules: readonly Rule[];
  /** The ids of the rules of the user's own. */
  readonly own: ReadonlySet<string>;
  /** With everything that they extend, in the order in which they count. */
  readonly policies: readonly PolicyFile[];
  /** Those that were named, and by whom. */
  readonly policyNames: readonly PolicyName[];
  readonly resolved: readonly ResolvedRule[];
  readonly digest: string;
}

export const defaultPolicy = 'genai-baseline';

const shippedRules: RuleFolder = {
  path: join(packageFolder, 'rules'),
  name: 'plumbline/rules',
  trusted: true,
};

/** Loads everything that the arguments, the options and the configuration ask for. */
export async function setUp(args: readonly string[], given: Answers, io: Io): Promise<Setup> {
  const targets = resolveTargets(io.cwd, args);
  const ground = await groundOf(targets, given, io.cwd);
  const options = optionsOn(ground, given, io.cwd);
  const config = await configOn(ground, targets, options);
  const folders = [shippedRules, ...ownFolders(config, options, ground.cwd)];
  const knowledge = loadKnowledge();
  const { rules, diagnostics, files, folders: origins } = await loadRules(folders, knowledge.types);
  if (diagnostics.length > 0) throw rejected('rules do not load', diagnostics);
  const own = new Set([...origins].filter(([, { trusted }]) => !trusted).map(([id]) => id));
  await refuseUntyped(
    rules.filter(({ id }) => own.has(id)),
    knowledge,
  );
  const names = policyNames(config, options, ground.cwd);
  const policies = await loadPolicies(names, ground.cwd);
  const resolved = resolvePolicy({
    policies,
    rules,
    own,
    config: config.parameters,
    commandLine: assignments(options),
  });
  return {
    ...targets,
    ground,
    decisions: options,
    config,
    folders,
    origins,
    rules,
    own,
    policies,
    policyNames: names,
    resolved,
    types: knowledge.types,
    facts: knowledge.facts,
    digest: digestOf(files),
  };
}

/** The configuration of a run as it is on a ground. */
export function configOn(ground: Ground, { paths }: Targets, options: Answers): Promise<Config> {
  const { root, cwd, at } = ground;
  return loadConfig({ root, cwd, paths: paths.map(at), ...configChoice(options) });
}

/** Our own rules are held to the types of AWS by tests; everybody else's before they run. */
async function refuseUntyped(rules: readonly Rule[], knowledge: Knowledge): Promise<void> {
  if (rules.length === 0) return;
  const { checkRules } = await import('../scan/check-rules.ts');
  const problems = await checkRules({ ...knowledge, rules });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw rejected('rules do not load', errors);
}

/** `--config X`, `--no-config`, or whatever is found. */
export function configChoice({ config }: Answers): { readonly config?: string | false } {
  return typeof config === 'string' || config === false ? { config } : {};
}

/** The folders of the user's own rules. */
export function ownFolders(config: Config, options: Answers, cwd: string): readonly RuleFolder[] {
  return [
    ...config.rules.map(({ name, where }) => folderOf(resolve(config.folder, name), cwd, where)),
    ...textsOf(options, 'rules').map(name => folderOf(resolve(cwd, name), cwd, '--rules')),
  ];
}

const folderOf = (path: string, cwd: string, saidBy: string): RuleFolder =>
  ownRuleFolder(path, displayPath(path, cwd), saidBy);

export function policyNames(config: Config, options: Answers, cwd: string): readonly PolicyName[] {
  const given = textsOf(options, 'policy');
  if (given.length > 0) return given.map(name => ({ name, folder: cwd, where: '--policy' }));
  const { policies, folder } = config;
  if (policies) return policies.map(({ name, where }) => ({ name, folder, where }));
  return [{ name: defaultPolicy, folder, where: 'default' }];
}

function assignments(options: Answers): readonly { readonly name: string; readonly text: string }[] {
  const pairs = textsOf(options, 'set').map(given => pairOf(given, '--set'));
  const twice = pairs.find(({ name }, index) => pairs.findIndex(pair => pair.name === name) < index);
  if (!twice) return pairs;
  throw new UsageError(`--set ${twice.name} is given twice`, {
    hint: `lists take commas: --set ${twice.name}=a,b`,
  });
}
