import type { Kind } from '../kind.ts';
import { accountPublicAccessBlock } from './account-public-access-block.ts';
import { bucketPolicy } from './bucket-policy.ts';
import { bucket } from './bucket.ts';

export const s3Kinds: readonly Kind[] = [accountPublicAccessBlock, bucketPolicy, bucket];
