import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { loadCases, type LoadedCases } from '../catalog/cases.ts';
import type { Diagnostic } from '../catalog/diagnostic.ts';
import { displayPath } from '../catalog/display-path.ts';
import { findRule } from '../catalog/find-rule.ts';
import { loadConfig } from '../catalog/load-config.ts';
import { packageFolder } from '../catalog/package-folder.ts';
import { ownRuleFolder, type RuleFolder } from '../catalog/rule-folders.ts';
import { loadRules } from '../catalog/rules.ts';
import type { Rule } from '../model/rule.ts';
import { resolveTargets } from '../scan/inputs/root.ts';
import type { CheckRequest } from '../scan/request.ts';
import type { Io } from './io.ts';
import { loadKnowledge } from './knowledge.ts';
import { ownFolders } from './setup.ts';

/** Rules under examination: read with every check, whoever wrote them. */
export interface RuleSources extends Omit<CheckRequest, 'rules'> {
  readonly rules: readonly { readonly rule: Rule; readonly cases: LoadedCases['cases'] }[];
  /** What keeps rules or cases from loading. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The rules that `rules check` and `rules test` speak of: those of the named folders, the named ones, or all:
 * the shipped ones and those of the configuration.
 */
export async function ruleSources(args: readonly string[], io: Io): Promise<RuleSources> {
  const knowledge = loadKnowledge();
  const named = args.filter(arg => existsSync(resolve(io.cwd, arg)));
  const ids = args.filter(arg => !named.includes(arg));
  const folders = named.length > 0 ? named.map(name => folderOf(name, io)) : await allFolders(io);
  const { rules, diagnostics, folders: origins } = await loadRules(folders, knowledge.types);
  const wanted = ids.length > 0 ? ids.map(id => findRule(rules, id)) : rules;
  const loaded = await Promise.all(wanted.map(rule => withCases(rule, origins.get(rule.id))));
  return {
    ...knowledge,
    rules: loaded,
    diagnostics: [...diagnostics, ...loaded.flatMap(one => one.diagnostics)],
  };
}

const folderOf = (name: string, { cwd }: Io): RuleFolder => {
  const path = resolve(cwd, name);
  return ownRuleFolder(path, displayPath(path, cwd), 'the command line');
};

async function allFolders(io: Io): Promise<readonly RuleFolder[]> {
  const search = { ...resolveTargets(io.cwd, []), cwd: io.cwd };
  const config = await loadConfig(search);
  const shipped = { path: join(packageFolder, 'rules'), name: 'plumbline/rules', trusted: false };
  return [shipped, ...ownFolders(config, {}, io.cwd)];
}

async function withCases(
  rule: Rule,
  folder: RuleFolder | undefined,
): Promise<RuleSources['rules'][number] & { readonly diagnostics: readonly Diagnostic[] }> {
  const { cases, diagnostics } = folder ? await loadCases(folder, rule.id) : { cases: [], diagnostics: [] };
  return { rule, cases, diagnostics };
}
