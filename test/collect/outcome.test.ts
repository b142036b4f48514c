import { expect, test } from 'vitest';

import { isOffered } from '../../src/collect/outcome.ts';
import type { Gap } from '../../src/model/observation.ts';

const gap = (detail: string, region = 'eu-south-1'): Gap => ({
  account: '111122223333',
  region,
  partition: 'aws',
  service: 'bedrock',
  kinds: ['bedrock:guardrail'],
  action: 'bedrock:ListGuardrails',
  cause: 'api-unsupported',
  detail,
});

const missing = gap('Error: getaddrinfo ENOTFOUND bedrock.eu-south-1.amazonaws.com');
const [own, elsewhere] = ['ec2.eu-south-1.amazonaws.com', 'bedrock.us-east-1.amazonaws.com'];

const knowing =
  (...hosts: readonly string[]) =>
  async (host: string): Promise<void> => {
    if (!hosts.includes(host)) throw new Error(`ENOTFOUND ${host}`);
  };

test('a service of which the host is in another Region and not in this one is not offered in it', async () => {
  expect(await isOffered([missing], 1, knowing(own, elsewhere))).toBe(false);
});

test.each([
  ['a resolver that hides the service says nothing of it', [missing], 1, [own]],
  ['a resolver that does not know the Region says nothing', [missing], 1, [elsewhere]],
  ['a list that answered', [missing], 2, [own, elsewhere]],
  ['nothing missing', [], 1, [own, elsewhere]],
  ['one that was denied', [missing, gap('AccessDenied: no')], 1, [own, elsewhere]],
  ['a host of no Region', [gap('Error: ENOTFOUND budgets.amazonaws.com')], 1, [own, elsewhere]],
] as const)('%s: offered, as far as is known', async (_, gaps, lists, hosts) => {
  expect(await isOffered(gaps, lists, knowing(...hosts))).toBe(true);
});
