import { dayAfter, daysBetween, isDay } from './day.ts';
import { longestWaiver } from './waiver.ts';
import type { Waiver } from './waiver.ts';

/** What is wrong with a part of a waiver, and what would be right. */
export interface WaiverMistake {
  readonly field: 'created' | 'expires' | 'resource' | 'maxFindings';
  readonly message: string;
  readonly hint?: string;
}

/** What no schema can say: days that there are, in their order and not too far apart, and how much a `*` may stand for. */
export function waiverMistakes(
  waiver: Pick<Waiver, 'created' | 'expires' | 'resource' | 'maxFindings' | 'finding'>,
): readonly WaiverMistake[] {
  return [...dayMistakes(waiver), ...widthMistakes(waiver)];
}

function dayMistakes({ created, expires }: Pick<Waiver, 'created' | 'expires'>): readonly WaiverMistake[] {
  const strange = (['created', 'expires'] as const).filter(
    field => !isDay(field === 'created' ? created : expires),
  );
  if (strange.length > 0) {
    return strange.map(field => ({
      field,
      message: `\`${field}\` is no day: "${field === 'created' ? created : expires}"`,
      hint: `write it as year-month-day: ${field}: 2027-03-31`,
    }));
  }
  const days = daysBetween(created, expires);
  if (days < 0) return [{ field: 'expires', message: `it expires ${expires}, before it was created` }];
  if (days <= longestWaiver) return [];
  return [
    {
      field: 'expires',
      message: `it would hold for ${days} days; at most ${longestWaiver} are allowed`,
      hint: `the last day possible is ${dayAfter(created, longestWaiver)}`,
    },
  ];
}

function widthMistakes({
  resource,
  maxFindings,
  finding,
}: Pick<Waiver, 'resource' | 'maxFindings' | 'finding'>): readonly WaiverMistake[] {
  const isWide = resource.includes('*');
  if (isWide && /^[*#/:.]*$/.test(resource)) {
    return [
      { field: 'resource', message: `\`resource: ${resource}\` names everything; name what is accepted` },
    ];
  }
  if (isWide && finding === undefined && maxFindings === undefined) {
    return [
      {
        field: 'resource',
        message: 'a `*` stands for any number of resources',
        hint: 'say how many findings it may accept: maxFindings: 3',
      },
    ];
  }
  if (isWide || maxFindings === undefined) return [];
  return [{ field: 'maxFindings', message: '`maxFindings` decides nothing without a `*` in `resource`' }];
}
