import type { Reading } from './reading.ts';
import type { ResourceSpec } from './service.ts';

/** Lists the items of a kind, and everything about each of them. */
export async function readResource<Client, Item extends object, Parent>(
  _spec: ResourceSpec<Client, Item, Parent>,
  _client: Client,
  _parent: Parent,
  _reading: Reading,
): Promise<void> {}
