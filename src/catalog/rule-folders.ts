import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import { UsageError } from '../model/problem.ts';
import type { SourceFile } from '../model/source.ts';

/** A folder of rules: `<path>/<domain>/<rule>/rule.yaml`. */
export interface RuleFolder {
  readonly path: string;
  /** What the folder is called in messages. */
  readonly name: string;
  /** Our own files, which tests hold to the schema; everybody else's are checked on every run. */
  readonly trusted: boolean;
  /** Who named it: `plumbline.yaml:9:5`, `--rules`; nobody for our own. */
  readonly saidBy?: string;
}

export interface RuleFile {
  readonly file: SourceFile;
  /** `<domain>/<rule>` */
  readonly id: string;
  readonly folder: RuleFolder;
}

/** The rule files of a folder, by id. A rule that would be overlooked is an error. */
export function ruleFilesIn(folder: RuleFolder): readonly RuleFile[] {
  const files = foldersIn(folder.path).flatMap(domain =>
    foldersIn(join(folder.path, domain)).flatMap(rule => ruleFile(folder, `${domain}/${rule}`) ?? []),
  );
  if (!folder.trusted) refuseOverlooked(folder, files);
  return files;
}

function ruleFile(folder: RuleFolder, id: string): RuleFile | undefined {
  const path = join(folder.path, id, 'rule.yaml');
  if (!existsSync(path)) return undefined;
  return { file: { path: `${folder.name}/${id}/rule.yaml`, text: readFileSync(path, 'utf8') }, id, folder };
}

function foldersIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter(item => item.isDirectory() && !item.name.startsWith('.'))
    .map(item => item.name)
    .toSorted();
}

function refuseOverlooked({ path, name }: RuleFolder, files: readonly RuleFile[]): void {
  const expected = new Set(files.map(({ id }) => `${id}/rule.yaml`));
  const others = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map(item => item.replaceAll('\\', '/'))
    .filter(item => /^rule\.ya?ml$/.test(basename(item)) && !expected.has(item))
    .toSorted();
  const hint = `a rule stands at ${name}/<domain>/<rule>/rule.yaml`;
  if (others.length > 0) {
    throw new UsageError(`${others.length === 1 ? 'a rule' : `${others.length} rules`} would not load`, {
      details: others.map(item => `${name}/${item} is not where rules are looked for`),
      hint,
    });
  }
  if (files.length === 0) throw new UsageError(`${name} holds no rules`, { hint });
}

/** A folder that a person named; an error when it is not there. */
export function ownRuleFolder(path: string, name: string, saidBy: string): RuleFolder {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`the folder of rules ${name} does not exist`, { details: [`named by ${saidBy}`] });
  }
  return { path, name, trusted: false, saidBy };
}
