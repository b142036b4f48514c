import type { Gap } from '../../model/observation.ts';
import type { Opening } from '../../model/resource.ts';
import type { ApiSpelling, ApiSpellings } from './api-spelling.ts';
import { apiSpellings } from './api-spellings.ts';
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

function openTypes(
  { id, part }: Pick<Gap, 'id' | 'part'>,
  spelling: ApiSpelling | undefined,
): readonly string[] {
  if (!spelling) return [];
  const further = Object.entries(spelling.further ?? {});
  const hidden = further.filter(([name]) => id === undefined || part === '*' || name === part);
  const { type } = spelling;
  const own = typeof type === 'string' ? [type] : type.among;
  return [...(id === undefined ? own : []), ...hidden.map(([, { type: furtherType }]) => furtherType)];
}

/** Types that stand in no answer of their own: AWS shows them as a part of another one. */
const folded: ReadonlySet<string> = new Set([
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
]);

/** The types of which an account shows nothing to a run that reads these kinds. */
export function unreadTypes(kinds: readonly string[], names: readonly string[]): readonly string[] {
  const read = new Set(kinds.flatMap(kind => openTypes({}, apiSpellings[kind])));
  return names.filter(type => !read.has(type) && !folded.has(type));
}
