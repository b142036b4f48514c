import { unknown } from '../model/value.ts';
import type { Link } from '../model/value.ts';
import { keyOf, undecided, wholeSubject } from './observation.ts';
import type { Observation } from './observation.ts';

/** What one world showed, and the choices that make it this world. */
export interface WorldView {
  readonly picks: readonly Link[];
  readonly observations: readonly Observation[];
}

/**
 * One set of observations for all worlds: what every world shares is decided, everything else is unknown.
 * `complete` is false when there were more worlds than could be looked at.
 */
export function combine(views: readonly WorldView[], complete: boolean): readonly Observation[] {
  const [first, ...others] = views;
  if (!first) return complete ? [] : [undecided(wholeSubject, tooMany)];
  if (others.length === 0 && complete) return first.observations;
  const worlds = views.map(({ observations }) => Map.groupBy(observations, keyOf));
  const keys = new Set(worlds.flatMap(world => [...world.keys()]));
  const merged = [...keys].map(key => {
    const seen = worlds.map(world => world.get(key) ?? none);
    return merge(seen, views, complete);
  });
  // Every world fails, each in its own place: the failure is certain, only its place is not.
  if (complete && views.every(fails) && !merged.some(isFailure)) return first.observations;
  return merged;
}

const none: readonly never[] = [];

const isFailure = ({ verdict }: Observation): boolean => verdict === 'fail';
const fails = ({ observations }: WorldView): boolean => observations.some(isFailure);

/** What the worlds saw of one element and assertion. */
function merge(
  worlds: readonly (readonly Observation[])[],
  views: readonly WorldView[],
  complete: boolean,
): Observation {
  const seen = worlds.flat();
  const [sample] = seen;
  if (!sample) throw new RangeError('no observation');
  const verdicts = new Set(seen.map(({ verdict }) => verdict));
  const everywhere = complete && worlds.every(({ length }) => length > 0);
  const open = seen.find(({ verdict }) => verdict === 'unknown');
  if (open) return open;
  if (everywhere && verdicts.size === 1) return sample;
  if (!verdicts.has('fail') && complete) return seen.find(({ verdict }) => verdict === 'pass') ?? sample;
  return depends(seen.find(({ verdict }) => verdict === 'fail') ?? sample, views, complete);
}

/** There are more combinations of choices than were looked at. */
const tooMany = unknown('unresolved-value', [{ what: 'there are more combinations than were looked at' }]);

function depends(sample: Observation, views: readonly WorldView[], complete: boolean): Observation {
  const choices = new Map(views.flatMap(view => view.picks.map(pick => [pick.what, pick])));
  const names = [...choices.keys()].join(', ') || 'how it is deployed';
  const where = sample.verdict === 'fail' ? `in some deployments: ${sample.message}` : tooMany.chain[0]?.what;
  return {
    ...sample,
    verdict: 'unknown',
    cause: 'unresolved-value',
    message: `Depends on ${names}: ${where ?? ''}`,
    chain: [...choices.values(), ...(complete ? [] : tooMany.chain)],
  };
}
