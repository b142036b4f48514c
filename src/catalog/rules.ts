import type { Rule } from '../model/rule.ts';
import type { SourceFile } from '../model/source.ts';
import type { TypeRegistry } from '../model/types.ts';
import { diagnose, type Diagnostic } from './diagnostic.ts';
import { freeze } from './freeze.ts';
import { readChecked } from './read-checked.ts';
import { checkRule, expandTypes } from './rule-checks.ts';
import { ruleOf } from './rule-file.ts';
import { ruleFilesIn, type RuleFile, type RuleFolder } from './rule-folders.ts';

export interface LoadedRules {
  /** Sorted by id. */
  readonly rules: readonly Rule[];
  /** The mistakes that keep other rules from loading. */
  readonly diagnostics: readonly Diagnostic[];
  /** The folder that each rule came from, by id. */
  readonly folders: ReadonlyMap<string, RuleFolder>;
  /** Every file that was read, for the digest of the rule set. */
  readonly files: readonly SourceFile[];
}

/** Every rule below the folders. A rule with a mistake is not among them; its mistakes are. */
export async function loadRules(folders: readonly RuleFolder[], types: TypeRegistry): Promise<LoadedRules> {
  const found = folders.flatMap(ruleFilesIn);
  const origins = found.map(({ id, folder }) => [id, folder] as const);
  const loaded = await Promise.all(found.map(file => loadRule(file, types)));
  const rules = loaded.flatMap(({ rule }) => rule ?? []);
  return {
    rules: rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    diagnostics: [...loaded.flatMap(({ diagnostics }) => diagnostics), ...takenIds(rules)],
    folders: new Map(origins),
    files: found.map(({ file }) => file),
  };
}

interface Loaded {
  readonly rule?: Rule;
  readonly diagnostics: readonly Diagnostic[];
}

async function loadRule({ file, id, folder }: RuleFile, types: TypeRegistry): Promise<Loaded> {
  const { trusted } = folder;
  const checked = await readChecked(file, 'rule', trusted);
  if (!checked.ok) return checked;
  const { block } = checked;
  const expanded = expandTypes(block, types);
  const diagnostics = [...(trusted ? [] : checkRule(block, id)), ...expanded.diagnostics];
  return diagnostics.length > 0
    ? { diagnostics }
    : { rule: freeze(ruleOf(block, expanded.types)), diagnostics };
}

/** Ids and aliases of all rules are one name space: a waiver or a policy must never mean two rules. */
function takenIds(rules: readonly Rule[]): readonly Diagnostic[] {
  const owners = new Map<string, Rule>();
  return rules.flatMap(rule =>
    [rule.id, ...rule.aliases].flatMap(id => {
      const owner = owners.get(id);
      owners.set(id, owner ?? rule);
      if (!owner) return [];
      const { file, start } = rule.at;
      return [diagnose(file, { start, end: start }, `the id "${id}" is taken by ${owner.at.file.path}`)];
    }),
  );
}
