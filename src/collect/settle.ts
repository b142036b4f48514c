import type { SnapshotHeader } from '../model/observation.ts';
import { UsageError } from '../model/problem.ts';
import { collectDefaults } from './request.ts';
import type { CollectRequest, RunRequest } from './request.ts';

/**
 * What a run goes by. What is in scope and whom to ask was settled when the snapshot was begun: a run that goes on with it
 * takes both from its header, and refuses to be told otherwise.
 */
export function settled(request: CollectRequest, header: SnapshotHeader | undefined): RunRequest {
  const { via = header?.via ?? collectDefaults.via } = request;
  if (!header) return { ...request, via };
  const organisation = isOfOrganisation(header);
  refuseOtherScope({ ...request, via }, header, organisation);
  refuseOther('--via', header.via, request.via);
  refuseOther('--aggregator', header.aggregator, request.aggregator, header.via !== undefined);
  return {
    ...request,
    via,
    organisation,
    regions: header.regions ?? [],
    services: header.services.map(({ name }) => name),
    filter: { accounts: [], excluded: [], units: [], tags: [] },
    redact: header.redacted,
    ...(header.aggregator !== undefined && { aggregator: header.aggregator }),
  };
}

function refuseOtherScope(
  { organisation: asked, roles, via }: RunRequest,
  { accounts }: SnapshotHeader,
  organisation: boolean,
): void {
  if (asked && !organisation)
    throw new UsageError('the snapshot that is gone on with is of no organisation: --org cannot be added', {
      hint: 'leave it out, or begin another snapshot',
    });
  const several = organisation || accounts.filter(({ skipped }) => skipped === undefined).length > 1;
  if (several && via !== 'config' && roles.length === 0)
    throw new UsageError('to go on with a snapshot of several accounts needs --role, as to begin it did', {
      hint: 'give the same roles and external ids again: they are not in the snapshot',
    });
}

/** Organizations says of each of its accounts in what state it is. */
const isOfOrganisation = ({ organisation, accounts }: SnapshotHeader): boolean =>
  organisation !== undefined || accounts.some(({ state }) => state !== undefined);

function refuseOther(
  option: string,
  begun: string | undefined,
  given: string | undefined,
  known = begun !== undefined,
): void {
  if (!known || given === undefined || given === begun) return;
  throw new UsageError(
    `a snapshot is gone on with as it was begun, ${begun === undefined ? `without ${option}` : `with ${option} ${begun}`}: it cannot be ${given}`,
    { hint: 'leave it out, or begin another snapshot' },
  );
}
