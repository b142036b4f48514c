import type { SourceFile } from '../model/source.ts';
import { problemAt } from './failure.ts';
import type { Entry, SyntaxProblem } from './node.ts';

const few = 12;

/** Adds a problem for each entry whose key an earlier entry of the same map has. */
export function reportDuplicates(
  file: SourceFile,
  entries: readonly Entry[],
  problems: SyntaxProblem[],
): void {
  if (!hasDuplicates(entries)) return;
  const seen = new Map<string, number>();
  for (const { key, keyStart, keyEnd } of entries) {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, keyStart);
    else problems.push(problemAt(file, duplicate(file, key, first), keyStart, keyEnd));
  }
}

function hasDuplicates(entries: readonly Entry[]): boolean {
  if (entries.length > few) return new Set(entries.map(entry => entry.key)).size < entries.length;
  for (let i = 1; i < entries.length; i += 1) {
    const key = entries[i]?.key;
    for (let k = 0; k < i; k += 1) if (entries[k]?.key === key) return true;
  }
  return false;
}

const duplicate = (file: SourceFile, key: string, first: number): string =>
  `Duplicate key "${key}": the last one counts, the first is on line ${problemAt(file, '', first).region.line}`;
