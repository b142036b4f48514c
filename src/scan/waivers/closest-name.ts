import { distance } from 'fastest-levenshtein';

/** The name that was likely meant. */
export const closestName = (word: string, names: readonly string[]): string | undefined =>
  names.find(name => distance(name.toLowerCase(), word.toLowerCase()) <= 2);
