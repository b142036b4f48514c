import { daysBetween } from '../../model/day.ts';
import type { WaiverState, WaiverUse } from '../../model/waiver.ts';

/** Days before its end from which on a waiver is worth a word. */
const soon = 30;

type Unsaid = Omit<WaiverUse, 'remarks'>;

/** What a waiver means to a finding that it names, in words. */
export function noteOf(use: Unsaid, state: WaiverState, asOf: string): string {
  const { expires, created, covers, maxFindings, rule, owner } = use;
  switch (state) {
    case 'active':
      return `waived until ${expires}`;
    case 'expired':
      return `the waiver expired ${ago(daysBetween(expires, asOf))}, on ${expires}; owner ${owner}`;
    case 'pending':
      return `the waiver holds only from ${created} on`;
    case 'too-wide':
      return `the waiver names ${covers} findings and may accept ${maxFindings}, so it accepts none`;
    case 'mandatory':
      return `the policy lets nobody waive ${rule}`;
    case 'after-merge':
      return `would be waived after merge, until ${expires}`;
  }
}

/** What the owner of a waiver has to do something about. */
export function remarksOf(use: Unsaid, asOf: string): readonly string[] {
  const { outcome, expires } = use;
  switch (outcome) {
    case 'undecided':
      return ['what it names could not be decided and stays unknown: a waiver accepts what failed'];
    case 'unused':
      return [`nothing that it names fails${isOver(use, asOf)}: \`plumbline waivers prune\` removes it`];
    case 'unseen':
      return isOver(use, asOf) === '' ? [] : [`expired on ${expires}`];
    case 'active':
    case 'after-merge':
      return soonOver(expires, asOf);
    case 'expired':
      return [`expired ${ago(daysBetween(expires, asOf))}, on ${expires}: what it names counts again`];
    default:
      return [noteOf(use, outcome, asOf)];
  }
}

function soonOver(expires: string, asOf: string): readonly string[] {
  const left = daysBetween(asOf, expires);
  return left > soon ? [] : [`expires ${ahead(left)}, on ${expires}`];
}

const isOver = ({ expires }: Unsaid, asOf: string): string =>
  daysBetween(asOf, expires) < 0 ? `, and it expired on ${expires}` : '';

const ago = (days: number): string => (days === 1 ? 'yesterday' : `${days} days ago`);

function ahead(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}
