import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { rejected } from '../catalog/diagnostic.ts';
import { displayPath } from '../catalog/display-path.ts';
import { packageFolder } from '../catalog/package-folder.ts';
import { ownRuleFolder, type RuleFolder } from '../catalog/rule-folders.ts';
import { loadRules } from '../catalog/rules.ts';
import { UsageError } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import type { TypeRegistry } from '../model/types.ts';
import { resolveTargets } from '../scan/inputs/root.ts';

/** The rules of a folder, of a folder of a commit (`v0.1.0:rules`), or those that come with plumbline (`installed`). */
export async function ruleSetOf(name: string, types: TypeRegistry, cwd: string): Promise<readonly Rule[]> {
  const { rules, diagnostics } = await loadRules([await folderNamed(name, cwd)], types);
  if (diagnostics.length > 0) throw rejected(`the rules of ${name} do not load`, diagnostics);
  return rules;
}

async function folderNamed(name: string, cwd: string): Promise<RuleFolder> {
  const path = resolve(cwd, name);
  if (existsSync(path)) return ownRuleFolder(path, displayPath(path, cwd), 'the command line');
  if (name === 'installed')
    return { path: join(packageFolder, 'rules'), name: 'plumbline/rules', trusted: true };
  const colon = name.indexOf(':');
  if (colon > 0) return folderIn(name.slice(0, colon), name.slice(colon + 1), cwd);
  throw new UsageError(`there are no rules at ${name}`, {
    hint: 'a folder, a folder of a commit (v0.1.0:rules), or installed',
  });
}

/** As git spells a path of a commit: from the root of the repository. */
async function folderIn(ref: string, path: string, cwd: string): Promise<RuleFolder> {
  const { root } = resolveTargets(cwd, []);
  const { revisionOf } = await import('../scan/git/revision.ts');
  const { treeOf } = await import('../scan/git/tree.ts');
  const { folder } = await treeOf(root, await revisionOf(root, ref, 'rules diff'));
  return ownRuleFolder(join(folder, path), `${ref}:${path}`, 'the command line');
}
