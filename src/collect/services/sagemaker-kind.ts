import { ListTagsCommand } from '@aws-sdk/client-sagemaker';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';

import type { Failure } from '../failure.ts';
import type { Context, Detail, Resource } from '../resource-spec.ts';
import { resourcesOf } from '../service.ts';

interface SageMakerKind<Item extends object> {
  readonly kind: string;
  readonly list: (client: SageMakerClient, context: Context<undefined>) => AsyncIterable<Item>;
  /** Made from the place where the list does not give it. */
  readonly arn: (item: Item, context: Omit<Context<undefined>, 'parent'>) => string | undefined;
  readonly describe: (client: SageMakerClient, item: Item) => Promise<object>;
  readonly further?: readonly Detail<SageMakerClient, Item, undefined>[];
  readonly secrets?: readonly string[];
}

const resource = resourcesOf<SageMakerClient>();

/** All kinds of SageMaker are listed, described and asked for their tags in the same way. */
export const sagemakerKind = <Item extends object>({
  kind,
  list,
  arn,
  describe,
  further = [],
  secrets = [],
}: SageMakerKind<Item>): Resource<SageMakerClient, undefined> =>
  resource({
    kind,
    list: { read: list },
    id: (item, context) => arn(item, context) ?? '',
    details: [{ read: describe, absent: isGone }, ...further],
    tags: { read: (client, item, context) => tagsOf(client, arn(item, context)), absent: isGone },
    secrets,
  });

async function tagsOf(client: SageMakerClient, ResourceArn: string | undefined) {
  return (await client.send(new ListTagsCommand({ ResourceArn }))).Tags;
}

/** What is not there is a mistake of the request, in its words. */
export const isGone = ({ name, message }: Failure): boolean =>
  name === 'ResourceNotFound' ||
  (name === 'ValidationException' && /could not find|cannot find|does not exist|not found/i.test(message));
