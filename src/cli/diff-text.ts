import type { ResourceChange, SnapshotDiff, VerdictChange } from '../scan/live/diff.ts';
import { counted } from './counted.ts';

const signs: Readonly<Record<ResourceChange['change'], string>> = {
  added: '+',
  removed: '-',
  changed: '~',
  unseen: '?',
};

/** What changed between two snapshots, verdicts first. */
export function diffText({ resources, verdicts }: SnapshotDiff): string {
  const worse = verdicts.filter(({ after }) => after === 'fail' || after === 'unknown');
  const others = verdicts.filter(({ after }) => after !== 'fail' && after !== 'unknown');
  return [
    `${counted(verdicts.length, 'verdict')} changed, ${worse.length} of them to fail or unknown`,
    ...[...worse, ...others].map(verdictLine),
    `${counted(resources.length, 'resource')} changed`,
    ...resources.map(resourceLine),
    '',
  ].join('\n');
}

function verdictLine({ rule, resource, before, after, message }: VerdictChange): string {
  const why = after === 'fail' || after === 'unknown' ? `\n      ${message}` : '';
  return `  ${before} -> ${after}  ${rule}  ${resource}${why}`;
}

function resourceLine({ change, kind, id, account, region, members }: ResourceChange): string {
  const what = change === 'unseen' ? '  could not be read this time' : '';
  const parts = members.length === 0 ? '' : `  ${members.join(', ')}`;
  return `  ${signs[change]} ${kind}  ${account} ${region}  ${id}${parts}${what}`;
}
