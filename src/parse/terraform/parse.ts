import type { Problem } from '../../model/problem.ts';
import type { HclFile, TerraformContext, TerraformParsed } from './context.ts';
import { fileProblems } from './root/file-problems.ts';
import { modulesOf } from './root/modules.ts';
import { stackOf } from './root/stack.ts';

/**
 * The stacks of a run: each folder of Terraform files that no other one calls, with its local modules inside.
 * Bad input is a problem of the result; nothing is thrown.
 */
export function parseTerraform(files: readonly HclFile[], context: TerraformContext = {}): TerraformParsed {
  const problems = new Map<string, Problem>();
  const report = (problem: Problem): void => {
    problems.set(JSON.stringify(problem), problem);
  };
  const modules = modulesOf(files);
  for (const { broken, mistakes } of modules.all) {
    mistakes.forEach(report);
    for (const { file, problems: found } of broken) fileProblems(file, found).forEach(report);
  }
  const made = modules.roots.flatMap(folder => stackOf(folder, modules, { context, report }) ?? []);
  return {
    stacks: made.map(({ stack }) => stack),
    problems: [...problems.values()],
    roots: made.map(({ root }) => root),
  };
}
