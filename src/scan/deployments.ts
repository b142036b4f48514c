import type { ScanRequest } from './request.ts';

/** What a run knows of the deployment of what it reads. */
export type Deployments = Pick<
  ScanRequest,
  'root' | 'placement' | 'placements' | 'templateParameters' | 'terraform'
>;
