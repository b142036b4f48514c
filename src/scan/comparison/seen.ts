import type { Input } from '../../model/report.ts';

/** What one run looked at. */
export interface View {
  readonly inputs: readonly Input[];
  /** Ids of the rules that ran. */
  readonly rules: ReadonlySet<string>;
  /** The paths that were asked for, relative to the root of the run. */
  readonly paths: readonly string[];
  /** The accounts of which live resources are in view. */
  readonly accounts: ReadonlySet<string>;
  readonly exists: (path: string) => boolean;
}

/**
 * Tells whether a run looked at a resource with a rule, so that finding nothing means that there is nothing. A file that
 * is gone counts as looked at where its folder was; one that was skipped, or failed to parse, does not.
 */
export function seenBy(view: View): (named: { readonly rule: string; readonly resource: string }) => boolean {
  const statuses = statusByPlace(view.inputs);
  const verdicts = new Map<string, boolean>();
  return ({ rule, resource }) => {
    if (!view.rules.has(rule)) return false;
    if (resource.startsWith('arn:')) return view.accounts.has(resource.split(':')[4] ?? '');
    const places = placesOf(resource);
    const place = places.find(one => statuses.has(one)) ?? places[0] ?? resource;
    let seen = verdicts.get(place);
    if (seen === undefined) verdicts.set(place, (seen = isPlaceSeen(place, view, statuses)));
    return seen;
  };
}

/** What may be the file or folder of a resource's key: what stands before a `#`, which names of files may hold too. */
export function placesOf(key: string): readonly string[] {
  const places = [...key.matchAll(/#/g)].map(({ index }) => key.slice(0, index));
  return places.length === 0 ? [key] : places;
}

function isPlaceSeen(place: string, view: View, statuses: ReadonlyMap<string, readonly Input[]>): boolean {
  const inputs = statuses.get(place);
  if (inputs) return inputs.some(({ status }) => status === 'parsed') && !inputs.some(isFailed);
  // A pattern speaks of many files, the scope of an account of all of them.
  if (place.includes('*') || /^(?:account|account-region|organisation)(?:\/|$)/.test(place)) {
    return view.paths.includes('.') && !view.inputs.some(isFailed);
  }
  return !view.exists(place) && view.paths.some(path => isWithin(place, path));
}

const isFailed = ({ status }: Input): boolean => status === 'failed';

const isWithin = (place: string, path: string): boolean =>
  path === '.' || place === path || place.startsWith(`${path}/`);

/** The inputs by their path, and by their folder, which is what keys of Terraform name. */
function statusByPlace(inputs: readonly Input[]): ReadonlyMap<string, readonly Input[]> {
  const places = new Map<string, Input[]>();
  for (const input of inputs) {
    const folder = input.path.includes('/') ? input.path.slice(0, input.path.lastIndexOf('/')) : '.';
    for (const place of [input.path, folder]) {
      const group = places.get(place);
      if (group) group.push(input);
      else places.set(place, [input]);
    }
  }
  return places;
}
