import type { Kind } from '../kind.ts';
import { vectorIndex } from './index.ts';
import { vectorBucketPolicy } from './vector-bucket-policy.ts';
import { vectorBucket } from './vector-bucket.ts';

export const s3vectorsKinds: readonly Kind[] = [vectorIndex, vectorBucketPolicy, vectorBucket];
