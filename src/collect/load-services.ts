import { distance } from 'fastest-levenshtein';

import { UsageError } from '../model/problem.ts';
import type { Service } from './service.ts';
import { services } from './services/index.ts';
import { organizationPolicies } from './services/organization-policies.ts';

/** The tables of the services of these names, or of all. */
export async function loadServices(names: readonly string[]): Promise<readonly Service[]> {
  const all = [organizationPolicies, ...(await Promise.all(services.map(load => load())))];
  if (names.length === 0) return all;
  const unknown = names.find(name => all.every(service => service.name !== name));
  if (unknown !== undefined) {
    const known = all.map(({ name }) => name).toSorted();
    const [closest = ''] = known.toSorted((a, b) => distance(a, unknown) - distance(b, unknown));
    throw new UsageError(`no service ${unknown} is collected`, {
      details: [`services: ${known.join(', ')}`],
      hint: `did you mean ${closest}?`,
    });
  }
  return all.filter(({ name }) => names.includes(name));
}
