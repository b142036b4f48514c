import type { Gap } from '../../model/observation.ts';
import type { Opening } from '../../model/resource.ts';
import type { ApiSpelling, ApiSpellings } from './api-spelling.ts';
import { unknownOf } from './unknown-of.ts';

/** What may be in an account and Region without being in view. */
export interface LiveOpening extends Opening {
  readonly account: string;
  /** `global`: in every Region of the account. */
  readonly region: string;
}

/**
 * What a gap leaves open: a list that could not be read, every type that it would have shown; a further answer that
 * stands for a resource of its own, the type of that resource.
 */
export function openingsOf(gaps: readonly Gap[], spellings: ApiSpellings): readonly LiveOpening[] {
  return gaps.flatMap(gap => {
    const types = [...new Set(gap.kinds.flatMap(kind => openTypes(gap, spellings[kind])))];
    const { account, region } = gap;
    return types.length === 0 ? [] : [{ account, region, types, because: unknownOf(gap) }];
  });
}

function openTypes({ id, part }: Gap, spelling: ApiSpelling | undefined): readonly string[] {
  if (!spelling) return [];
  const further = Object.entries(spelling.further ?? {});
  const hidden = further.filter(([name]) => id === undefined || part === '*' || name === part);
  const { type } = spelling;
  const own = typeof type === 'string' ? [type] : type.among;
  return [...(id === undefined ? own : []), ...hidden.map(([, { type: furtherType }]) => furtherType)];
}
