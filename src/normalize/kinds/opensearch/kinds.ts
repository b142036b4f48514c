import type { Kind } from '../kind.ts';
import { accessPolicy } from './access-policy.ts';
import { collection } from './collection.ts';
import { searchDomain } from './domain.ts';
import { securityPolicy } from './security-policy.ts';
import { collectionEndpoint } from './vpc-endpoint.ts';

export const opensearchKinds: readonly Kind[] = [
  accessPolicy,
  collection,
  searchDomain,
  securityPolicy,
  collectionEndpoint,
];
