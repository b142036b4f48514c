import type { Kind } from '../kind.ts';
import { serviceQuota } from './service-quota.ts';

export const servicequotasKinds: readonly Kind[] = [serviceQuota];
