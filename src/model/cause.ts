/** Why something is not known: the closed list that every report, exit code and summary speaks in. */
export const causes = [
  'unresolved-value',
  'out-of-view',
  'access-denied',
  'scp-denied',
  'throttled',
  'credentials-expired',
  'region-disabled',
  'api-unsupported',
  'parse-error',
  'rule-error',
  'timeout',
] as const;

export type Cause = (typeof causes)[number];
