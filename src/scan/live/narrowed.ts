import type { Snapshot } from '../../collect/snapshot/read.ts';
import { organisationKinds } from '../../collect/snapshot/unlisted-kinds.ts';
import type { Gap } from '../../model/observation.ts';
import type { Problem } from '../../model/problem.ts';
import type { Opening } from '../../model/resource.ts';
import { unknown } from '../../model/value.ts';
import type { Unknown } from '../../model/value.ts';
import { unreadTypes } from '../../normalize/observations/openings.ts';

/** Kinds that were not asked for: in every account there may be some. */
export function leftOutGaps({ header }: Snapshot): readonly Gap[] {
  const { accounts, leftOut = [] } = header;
  if (leftOut.length === 0) return [];
  return accounts
    .filter(({ skipped }) => skipped === undefined)
    .map(({ id, partition }) => ({
      account: id,
      region: 'global',
      partition,
      service: '*',
      kinds: leftOut,
      action: '*',
      cause: 'out-of-view',
      detail: 'the services of the collection were narrowed by --services',
    }));
}

/** One problem for the whole run. */
export function leftOutProblems(
  { header: { leftOut = [], services } }: Snapshot,
  path: string,
): readonly Problem[] {
  if (leftOut.length === 0) return [];
  const read = services.map(({ name }) => name).join(', ');
  return [
    {
      cause: 'out-of-view',
      message: `the services of the collection were narrowed by --services (${read})`,
      path,
      effect: 'what depends on the others is unknown; it is not counted as passed',
    },
  ];
}

/** Regions and accounts that were not asked for: there may be anything in them. */
export function outsideGaps({ header }: Snapshot): readonly Gap[] {
  const { accounts, services, leftOut = [], regions } = header;
  const kinds = services.flatMap(service => service.kinds);
  const regional = services.flatMap(service => (service.scope === 'regional' ? service.kinds : []));
  return accounts.flatMap(({ id, partition, skipped }): readonly Gap[] => {
    const place = { account: id, region: 'global', partition, service: '*', action: '*' };
    if (skipped !== undefined && onPurpose.has(skipped))
      return [
        {
          ...place,
          kinds: [...kinds, ...leftOut],
          cause: 'out-of-view',
          detail: `account ${id} is ${skipped}`,
        },
      ];
    if (skipped !== undefined || !regions) return [];
    const detail = `only ${regions.join(', ')} was asked for`;
    return [{ ...place, kinds: regional, cause: 'out-of-view', detail }];
  });
}

/** Accounts that the organisation has and the run left out; nothing runs in those that are suspended. */
const onPurpose: ReadonlySet<string> = new Set(['excluded', 'not selected']);

/** What the run did not look for: types that are not collected, policies of an organisation that was not read. */
export function unreadIn({ header }: Snapshot, names: readonly string[]): Opening {
  const { services, leftOut = [], organisation } = header;
  const kinds = services.flatMap(service =>
    service.scope === 'organisation' && !organisation ? [] : service.kinds,
  );
  const read = [...kinds, ...leftOut, ...(organisation ? organisationKinds : [])];
  return {
    types: unreadTypes(read, names),
    because: unknown('out-of-view', [{ what: 'the collection did not look for it' }]),
  };
}

/** Another version asked for other things: what it does not say may be there. */
export function otherVersion({ header: { tool } }: Snapshot, version: string): Unknown | undefined {
  if (minorOf(tool.version) === minorOf(version)) return undefined;
  const what = `the snapshot was made by version ${tool.version}, which may not have asked for it`;
  return unknown('out-of-view', [{ what }]);
}

const minorOf = (version: string): string => version.split('.', 2).join('.');

/** What is to be known of the file itself. */
export function fileProblems({ header, end }: Snapshot, path: string, version: string): readonly Problem[] {
  const older = minorOf(header.tool.version) !== minorOf(version);
  return [
    ...(end
      ? []
      : [
          {
            cause: 'timeout' as const,
            message: 'the snapshot has no end: its run was interrupted, or the file was cut',
            path,
            effect: 'what is not in it is unknown; no digest vouches for the rest',
            hint: 'plumbline collect --resume goes on with it',
          },
        ]),
    ...(older
      ? [
          {
            cause: 'out-of-view' as const,
            message: `the snapshot was made by plumbline ${header.tool.version}, and this is ${version}`,
            path,
            effect: 'what it does not say is unknown',
            hint: 'collect again with this version',
          },
        ]
      : []),
  ];
}
