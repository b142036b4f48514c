import type { Finding, KnownFinding } from '../model/finding.ts';
import type { OpenCounts, Report, Trust, TrustChange } from '../model/report.ts';
import type { WaiverUse } from '../model/waiver.ts';
import { sortBy } from './order.ts';

/** What is shown in full: all of a run that is compared with nothing, else what is new. */
export const isNew = ({ change }: Finding): boolean => change !== 'unchanged';

/** `against origin/main (1a2b3c4d5e6f): 2 new (1 fail, 1 unknown), 41 unchanged, 3 fixed`; nothing without a comparison. */
export function comparisonWords({ comparison }: Report): string[] {
  if (!comparison) return [];
  const { new: added, unchanged, fixed, notAssessed } = comparison;
  const counts = [
    `${counted(added)} new${aside(added)}`,
    `${counted(unchanged)} unchanged${aside(unchanged)}`,
    `${fixed.length} fixed`,
    ...(notAssessed.length > 0 ? [`${notAssessed.length} not looked at`] : []),
  ];
  return [`against ${comparison.with.join(' and ')}: ${counts.join(', ')}`];
}

const counted = ({ fail, unknown }: OpenCounts): number => fail + unknown;

function aside({ fail, unknown }: OpenCounts): string {
  const parts = [...(fail > 0 ? [`${fail} fail`] : []), ...(unknown > 0 ? [`${unknown} unknown`] : [])];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** Who accepted a failure and why: `internal pilot; owner @ml, approved by @sec, RISK-481`. */
export function acceptanceOf({ waiver }: Finding): string {
  if (!waiver) return '';
  const { reason, owner, approver, ticket } = waiver;
  return `${reason}; owner ${owner}, approved by ${approver}, ${ticket}`;
}

/** The waivers that somebody has to do something about, by place. */
export function worrying({ waivers }: Report): readonly WaiverUse[] {
  return sortBy(
    waivers.filter(({ remarks, outcome }) => remarks.length > 0 || outcome === 'after-merge'),
    ({ where, rule, resource }) => [where, rule, resource],
  );
}

/** `bedrock/agent-guardrail on infra/a.yaml#Agent expires tomorrow, on 2026-11-22`; a waiver that is proposed says so. */
export function worryOf({ rule, resource, remarks, outcome, id, owner, expires }: WaiverUse): string {
  const proposed = outcome === 'after-merge' ? [`would be waived after merge, until ${expires}`] : [];
  const name = id === undefined ? '' : `${id}: `;
  return `${name}${rule} on ${resource} (owner ${owner}): ${[...proposed, ...remarks].join('; ')}`;
}

/** `configuration changed: plumbline.yaml` */
export const trustWords = ({ what, change, path, detail }: TrustChange): string =>
  `${what} ${change}: ${path}${detail === undefined ? '' : `: ${detail}`}`;

export const trustHeading = ({ ref, commit, changes }: Trust): string =>
  `what decides was taken from ${ref} (${commit.slice(0, 12)}); ${changes.length === 0 ? 'nothing here would change it' : `${changes.length === 1 ? '1 change' : `${changes.length} changes`} here count only after merge`}`;

export const knownWords = ({ rule, resource, property }: KnownFinding): string =>
  `${rule} on ${resource}${property === undefined ? '' : ` ${property}`}`;
