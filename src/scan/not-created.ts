import type { NotCreated, Stack } from '../model/declaration.ts';
import type { NotCreatedResources } from '../model/report.ts';

/** What stacks declare and do not make, by file and reason: a condition that is false by a default must not hide anything. */
export function notCreatedIn(stacks: readonly Stack[]): readonly NotCreatedResources[] {
  const all = stacks.flatMap(({ notCreated = [] }) => notCreated);
  const groups = [...Map.groupBy(all, ({ at, reason }: NotCreated) => `${at.file.path} ${reason}`)];
  return groups
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]) => {
      if (!first) return [];
      const resources = [...new Set([first, ...others].map(({ name }) => name))].toSorted();
      return [{ path: first.at.file.path, reason: first.reason, resources }];
    });
}
