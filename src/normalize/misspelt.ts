import { distance } from 'fastest-levenshtein';

import type { Origin } from '../model/source.ts';
import type { Fields, ResourceType } from '../model/types.ts';
import { absent } from '../model/value.ts';
import type { Dict, Value } from '../model/value.ts';

interface Slips {
  /** The names that the fields do not have. */
  readonly strange: readonly string[];
  readonly fields: Fields;
  /** The resource, as a person calls it. */
  readonly name: string;
  /** Reads a value as that of a field. */
  readonly read: (value: Value, field: string) => Value;
}

/**
 * A dict in which a property whose name is misspelt may be left out, or say what is written there: whoever wrote it
 * meant something, and a default that nobody meant proves nothing.
 */
export function withMeant(dict: Dict, { strange, fields, name: resource, read }: Slips): Dict {
  const entries = new Map(dict.entries);
  for (const name of strange) {
    const value = dict.entries.get(name) ?? absent;
    const meant = isReadElsewhere(name, resource) ? undefined : similar(name, Object.keys(fields));
    const now = entries.get(meant ?? '') ?? absent;
    if (meant === undefined || value.kind === 'absent' || now.kind !== 'absent') continue;
    const place = value.at && { at: value.at };
    entries.set(meant, {
      kind: 'one-of',
      choice: `${resource}.${name} is ${meant}`,
      options: [now, read(value, meant)],
      because: { what: `${name} is written, which may be meant for ${meant}`, ...place },
      ...place,
    });
  }
  return { ...dict, entries };
}

/** Tags are read in either letter case, and arguments of providers before they become properties. */
const isReadElsewhere = (name: string, resource: string): boolean =>
  name === 'key' || name === 'value' || isArgument(name, { name: resource });

/** Arguments of providers that are no property keep their name. */
export const isArgument = (name: string, written: { readonly name: string }): boolean =>
  !/^[A-Z]/.test(name) && written.name.includes('.');

/** What a plan shows beside what is written stands at the resource, and not at a place of its own. */
export const isWrittenArgument = (at: Origin, around: Origin): boolean =>
  at.kind === 'span' &&
  around.kind === 'span' &&
  at.start > around.start &&
  /\.(?:tf|tofu)(?:\.json)?$/.test(at.file.path);

/** Types that are made of what is called or passed on, and not of what is written. */
export const isMade = ({ name, source }: ResourceType): boolean =>
  source !== undefined ||
  name === 'AWS::CloudFormation::CustomResource' ||
  name === 'AWS::CloudFormation::Stack';

/** The name that another one is a slip of: as many letters differ as the length of the name lets pass. */
export function similar(name: string, names: readonly string[]): string | undefined {
  let most = Math.max(1, Math.round(name.length / 6));
  let closest: string | undefined;
  for (const one of names) {
    const slip = distance(one.toLowerCase(), name.toLowerCase());
    if (slip > most || (closest !== undefined && slip === most)) continue;
    most = slip;
    closest = one;
  }
  return closest;
}

export const snakeCase = (name: string): string =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
