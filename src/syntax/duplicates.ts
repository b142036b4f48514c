import type { SourceFile } from '../model/source.ts';
import { problemAt } from './failure.ts';
import type { Entry, SyntaxProblem } from './node.ts';

const few = 12;

/** One problem for each entry whose key an earlier entry of the same map has. */
export function duplicatesOf(file: SourceFile, entries: readonly Entry[]): readonly SyntaxProblem[] {
  return hasDuplicates(entries) ? describe(file, entries) : none;
}

const none: readonly SyntaxProblem[] = [];

function hasDuplicates(entries: readonly Entry[]): boolean {
  if (entries.length > few) return new Set(entries.map(entry => entry.key)).size < entries.length;
  for (let i = 1; i < entries.length; i += 1) {
    const key = entries[i]?.key;
    for (let k = 0; k < i; k += 1) if (entries[k]?.key === key) return true;
  }
  return false;
}

function describe(file: SourceFile, entries: readonly Entry[]): SyntaxProblem[] {
  const seen = new Map<string, number>();
  return entries.flatMap(({ key, keyStart, keyEnd }) => {
    const first = seen.get(key);
    if (first !== undefined) return problemAt(file, duplicate(file, key, first), keyStart, keyEnd);
    seen.set(key, keyStart);
    return [];
  });
}

const duplicate = (file: SourceFile, key: string, first: number): string =>
  `Duplicate key "${key}": the last one counts, the first is on line ${problemAt(file, '', first).region.line}`;
