import picomatch from 'picomatch';

import type { Placement } from '../model/case.ts';
import type { ScanRequest } from './request.ts';

/** Where what lies at a path is deployed, as far as the run says. */
export function placementFor(
  path: string,
  { placement, placements }: Pick<ScanRequest, 'placement' | 'placements'>,
): Placement {
  const own = placements.findLast(({ paths }) => picomatch.isMatch(path, paths));
  return { ...placement, ...own?.placement };
}
