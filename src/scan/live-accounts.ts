import type { Resource } from '../model/resource.ts';

/** The accounts that the keys of resources name: what was read from AWS goes by its ARN. */
export const liveAccountsOf = (resources: readonly Pick<Resource, 'key'>[]): ReadonlySet<string> =>
  new Set(resources.flatMap(({ key }) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(key)?.[1] ?? []));
