import { distance } from 'fastest-levenshtein';

/** The candidate that was most likely meant; undefined when none is near. Case does not count. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  // Four letters in ten may be wrong: `scna` means scan, `xyz` means nothing.
  let least = Math.max(1, Math.round(word.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** `did you mean bedrock/agent-guardrail?`, or `otherwise` when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise: string): string;
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined;
export function didYouMean(
  word: string,
  candidates: Iterable<string>,
  otherwise?: string,
): string | undefined {
  const near = closest(word, candidates);
  return near === undefined ? otherwise : `did you mean ${near}?`;
}
