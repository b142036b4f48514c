import { distance } from 'fastest-levenshtein';

/** `did you mean 'Name'?` for the nearest of the candidates; nothing when none is near. */
export function suggest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  const ranked = [...candidates]
    .map(candidate => ({ candidate, edits: editsTo(wanted, candidate.toLowerCase()) }))
    .toSorted((left, right) => left.edits - right.edits);
  const nearest = ranked[0];
  const near = nearest && nearest.edits <= Math.max(2, written.length / 3);
  return near ? `did you mean '${nearest.candidate}'?` : undefined;
}

/** A name that was cut short, `KmsKey` for `KmsKeyArn`, is as near as one with a letter too few. */
function editsTo(wanted: string, candidate: string): number {
  return wanted.length > 2 && candidate.startsWith(wanted) ? 1 : distance(wanted, candidate);
}
