import type { ApiSpelling } from '../../observations/api-spelling.ts';

/** Where browsers and code interpreters find certificates, and browsers the policies of an enterprise. */
export const certificates = {
  rename: { 'certificates.location': 'CertificateLocation' },
  lift: ['certificates.location.secretsManager', 'enterprisePolicies.location.s3'],
} as const satisfies Pick<ApiSpelling, 'rename' | 'lift'>;
