import type { BaseTree } from '../request.ts';
import { placesOf } from './seen.ts';

/** Rewrites the keys of resources from where files were to where they are. `renames`: new path → old path. */
export function movedKey({ renames, paths }: Pick<BaseTree, 'renames' | 'paths'>): (key: string) => string {
  if (renames.size === 0) return key => key;
  const places = new Map([
    ...folderMoves(renames, paths),
    ...[...renames].map(([to, from]) => [from, to] as const),
  ]);
  return key => {
    const place = placesOf(key).find(one => places.has(one));
    return place === undefined ? key : (places.get(place) ?? place) + key.slice(place.length);
  };
}

/** Old folder → new folder, where all of its files went to one place; keys of Terraform name the folder. */
function folderMoves(
  renames: ReadonlyMap<string, string>,
  paths: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const left = new Set(renames.values());
  const kept = new Set([...paths].filter(path => !left.has(path)).map(folderOf));
  const targets = new Map<string, Set<string>>();
  for (const [to, from] of renames) {
    const goals = targets.get(folderOf(from)) ?? new Set();
    targets.set(folderOf(from), goals.add(folderOf(to)));
  }
  return new Map(
    [...targets].flatMap(([from, goals]) => {
      const [goal] = goals;
      return !kept.has(from) && goals.size === 1 && goal !== undefined && goal !== from
        ? [[from, goal] as const]
        : [];
    }),
  );
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');
