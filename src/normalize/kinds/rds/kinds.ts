import type { Kind } from '../kind.ts';
import { dbCluster } from './db-cluster.ts';
import { dbInstance } from './db-instance.ts';

export const rdsKinds: readonly Kind[] = [dbCluster, dbInstance];
