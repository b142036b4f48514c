import type { Kind } from '../kind.ts';
import { userPoolClient } from './user-pool-client.ts';
import { userPool } from './user-pool.ts';

export const cognitoKinds: readonly Kind[] = [userPoolClient, userPool];
