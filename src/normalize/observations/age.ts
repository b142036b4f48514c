import type { JsonObject } from '../../model/observation.ts';
import type { Around } from './api-spelling.ts';
import { textIn } from './json.ts';

const day = 24 * 60 * 60 * 1000;

/** What its type has for its age: whole days from a time in the answer to the call that read it. */
export function ageIn(
  data: JsonObject,
  created: string,
  { observation: { calls } }: Around,
): { readonly AgeInDays?: number } {
  const days = (Date.parse(calls[0]?.time ?? '') - Date.parse(textIn(data, created) ?? '')) / day;
  return Number.isFinite(days) ? { AgeInDays: Math.floor(days) } : {};
}

/** Of what is there, an age that the answer does not say is not known. */
export const ageUndecided =
  (created: string) =>
  (around: Around): Readonly<Record<string, string>> =>
    'AgeInDays' in ageIn(around.observation.data, created, around)
      ? {}
      : { AgeInDays: 'the answer does not say when it was made' };
