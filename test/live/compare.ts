import { concepts, namedLikeThere, saying } from './concepts.ts';
import type { Sighting } from './concepts.ts';
import type { Planted, World } from './simulator.ts';

export const plantedOf = (concept: string, { planted }: World): readonly Planted[] =>
  planted.filter(one => one.concept === concept);

export interface Comparison {
  /** Planted and not found. */
  readonly missed: readonly string[];
  /** Found and not planted; a rule that asks for more than the concept may. */
  readonly stray: readonly string[];
}

export function compare(name: string, world: World, findings: readonly Sighting[]): Comparison {
  const said = concepts[name] ?? [];
  const byPlace = said.some(one => one.byPlace);
  const excepted = (resource: string): boolean => said.some(({ except }) => except?.(resource, world));
  const wanted = plantedOf(name, world)
    .filter(({ resource }) => !excepted(resource))
    .map(({ resource, account, region }) => (byPlace ? `${account}/${region}` : resource));
  const failing = findings.filter(({ verdict }) => verdict === 'fail');
  const found = said
    .flatMap(one => saying(failing, one))
    .map(finding =>
      byPlace
        ? `${finding.resource.account ?? ''}/${finding.resource.region ?? ''}`
        : namedLikeThere(finding),
    );
  const stricter = said.some(one => one.stricter);
  return {
    missed: wanted.filter(resource => !found.includes(resource)),
    stray: stricter ? [] : found.filter(resource => !wanted.includes(resource)),
  };
}
