import type { JsonObject } from '../../model/observation.ts';
import type { ApiSpelling, Around } from './api-spelling.ts';
import { textIn } from './json.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * For types that have an `AgeInDays`: whole days from a time in the answer to the call that read it. An age that the answer
 * does not say is not known, since what is there has one.
 */
export const aged = (created: string): Pick<ApiSpelling, 'reshape' | 'undecided'> => ({
  reshape: (data, around) => {
    const AgeInDays = ageIn(data, created, around);
    return AgeInDays === undefined ? data : { ...data, AgeInDays };
  },
  undecided: around =>
    ageIn(around.observation.data, created, around) === undefined
      ? { AgeInDays: 'the answer does not say when it was made' }
      : {},
});

function ageIn(data: JsonObject, created: string, { observation: { calls } }: Around): number | undefined {
  const days = (Date.parse(calls[0]?.time ?? '') - Date.parse(textIn(data, created) ?? '')) / day;
  return Number.isFinite(days) ? Math.floor(days) : undefined;
}
