import { distance } from 'fastest-levenshtein';

/** `did you mean 'Name'?` for the nearest of the candidates; nothing when none is near. */
export function suggest(written: string, candidates: Iterable<string>): string | undefined {
  const ranked = [...candidates]
    .map(candidate => ({ candidate, edits: distance(written.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((left, right) => left.edits - right.edits);
  const nearest = ranked[0];
  return nearest && nearest.edits <= Math.max(2, written.length / 3)
    ? `did you mean '${nearest.candidate}'?`
    : undefined;
}
