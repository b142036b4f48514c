import type { Problem } from '../../model/problem.ts';
import { regionOf } from '../../model/source.ts';
import type { FoundSource } from './find-source.ts';

/** What the source of a plan says otherwise than the plan: then one of them is older, and the plan is what is assessed. */
export function staleProblems(path: string, { source, missing, added }: FoundSource): readonly Problem[] {
  const hint = 'make the plan again from this source';
  const problems: Problem[] = [];
  const [name, at] = [...added][0] ?? [];
  if (name !== undefined && at) {
    problems.push({
      cause: 'out-of-view',
      message: `${name}${more(added.size)} stands here and is not in the plan ${path}`,
      path: at.file.path,
      region: regionOf(at),
      effect: 'what the source says of it was not assessed',
      hint,
    });
  }
  const [lost] = missing;
  if (lost !== undefined) {
    problems.push({
      cause: 'out-of-view',
      message: `${lost}${more(missing.length)} is in the plan, and not in its source in ${source.folder}`,
      path,
      effect: 'it is assessed as the plan says; its findings point at the plan',
      hint,
    });
  }
  return problems;
}

const more = (count: number): string => (count > 1 ? ` (and ${count - 1} more)` : '');
