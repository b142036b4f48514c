import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsCredentialIdentityProvider, RetryStrategyV2 } from '@smithy/types';

import type { ServiceScope } from '../model/observation.ts';
import type { AwsClient } from './aws-client.ts';
import { readResource } from './read-resource.ts';
import type { Reading } from './reading.ts';
import type { IsAbsent, Resource, ResourceSpec } from './resource-spec.ts';
import { supervise } from './supervise.ts';
import type { Supervisor } from './supervise.ts';

/** What a client is made with. Retries, rate limits and timeouts are in it: a table adds none of its own. */
export interface ClientSettings {
  readonly region: string;
  readonly credentials: AwsCredentialIdentityProvider;
  readonly requestHandler: NodeHttpHandler;
  readonly retryStrategy: RetryStrategyV2;
}

/** One AWS service: the unit of the ledger, of the rate limit and of the snapshot. */
export interface ServiceTable<Client> {
  /** In the words of IAM where that is one word: `bedrock`, `bedrock-agent`, `bedrock-agentcore`, `sagemaker`, `s3`. */
  readonly name: string;
  readonly scope: ServiceScope;
  /** Calls a second, where AWS says of a service that it takes fewer than most do. */
  readonly maxRps?: number;
  readonly client: (settings: ClientSettings) => Client;
  /**
   * Every operation that the table calls, and the IAM action (or actions) that it needs. The policy of the scan role is
   * made of them, and a call of any other operation is refused before it is sent.
   */
  readonly actions: Readonly<Record<string, string | readonly string[]>>;
  readonly resources: readonly Resource<Client, undefined>[];
}

/**
 * Makes resources for a client; `Parent` is given for children alone:
 * `const resource = resourcesOf<BedrockClient>(); resource({ kind: 'bedrock:guardrail', … })`.
 */
export const resourcesOf =
  <Client, Parent = undefined>() =>
  <Item extends object>(spec: ResourceSpec<Client, Item, Parent>): Resource<Client, Parent> => ({
    kinds: [spec.kind, ...(spec.children ?? []).flatMap(({ kinds }) => kinds)],
    collect: (client, parent, reading) => readResource(spec, client, parent, reading),
  });

/** A service with its client's type closed over. */
export interface Service {
  readonly name: string;
  readonly scope: ServiceScope;
  readonly maxRps: number;
  readonly kinds: readonly string[];
  readonly actions: Readonly<Record<string, readonly string[]>>;
  /** The kinds of each list, that of the list itself first: at least one call each in every unit. */
  readonly lists: readonly (readonly string[])[];
  /** Reads one account and Region with a client of its own, of which every call goes through the supervisor. */
  readonly open: (settings: ClientSettings, supervisor: Supervisor) => readonly Reader[];
}

/** Reads one top-level kind with its children. What cannot be had becomes a gap; it throws when the run must stop. */
export interface Reader {
  readonly kinds: readonly string[];
  readonly read: (reading: Reading) => Promise<void>;
}

export function service<Client extends AwsClient>(table: ServiceTable<Client>): Service {
  const { name, scope, resources } = table;
  return {
    name,
    scope,
    maxRps: table.maxRps ?? Infinity,
    kinds: resources.flatMap(({ kinds }) => kinds),
    lists: resources.map(({ kinds }) => kinds),
    actions: Object.fromEntries(
      Object.entries(table.actions).map(([operation, action]) => [operation, [action].flat()]),
    ),
    open: (settings, supervisor) => {
      const client = table.client(settings);
      supervise(client, supervisor);
      return resources.map(({ kinds, collect }) => ({
        kinds,
        read: reading => collect(client, undefined, reading),
      }));
    },
  };
}

/** The items of all pages, one by one. */
export async function* each<Page, Item>(
  pages: AsyncIterable<Page>,
  pick: (page: Page) => readonly Item[] | undefined,
): AsyncGenerator<Item, void> {
  for await (const page of pages) yield* pick(page) ?? [];
}

/** The items of all pages, as one answer; for details. */
export async function all<Page, Item>(
  pages: AsyncIterable<Page>,
  pick: (page: Page) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of each(pages, pick)) items.push(item);
  return items;
}

/** The usual `absent`: an error of one of these names. */
export const named =
  (...names: readonly string[]): IsAbsent =>
  ({ name }) =>
    names.includes(name);
