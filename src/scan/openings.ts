import type { Problem } from '../model/problem.ts';
import type { Estate, Opening, Scope } from '../model/resource.ts';
import { regionOf } from '../model/source.ts';
import type { Origin } from '../model/source.ts';

/** What stacks may hold without its being in view, as what a person must know of the run: each place once. */
export function openingProblems({ scopes }: Estate): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const scope of scopes.filter(({ kind }) => kind === 'stack')) {
    for (const opening of scope.openings) {
      const problem = problemOf(opening, scope);
      problems.set(JSON.stringify([problem.message, problem.path, problem.region]), problem);
    }
  }
  return [...problems.values()];
}

function problemOf({ types, because }: Opening, scope: Scope): Problem {
  const { cause, chain } = because;
  const reasons = chain.map(link => link.what);
  return {
    cause,
    message: reasons.length > 0 ? reasons.join(' ← ') : `not all of ${scope.name} is in view`,
    ...placeOf(chain.find(({ at }) => at)?.at ?? because.at ?? scope.at),
    effect: `${resourcesOf(types)} it may add were not assessed`,
  };
}

function placeOf(at: Origin): Pick<Problem, 'path' | 'region' | 'account' | 'awsRegion'> {
  if (at.kind === 'call') return { account: at.account, awsRegion: at.region };
  return { path: at.file.path, region: regionOf(at) };
}

/** More types than this are only counted. */
const mostNames = 3;

function resourcesOf(types: Opening['types']): string {
  if (types === 'all') return 'resources';
  return types.length > mostNames
    ? `resources of ${types.length} types`
    : `resources of type ${types.join(', ')}`;
}
