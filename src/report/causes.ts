import type { Cause } from '../model/cause.ts';

/** What a cause of unknown means to the reader, and what to do about it. */
export const causeHelp: Record<Cause, { readonly means: string; readonly remedy: string }> = {
  'unresolved-value': {
    means: 'A value that decides is not in what was scanned.',
    remedy: 'Give the parameter or variable a value, in a parameter file or as a default, and scan again.',
  },
  'out-of-view': {
    means: 'What decides may lie outside what was scanned: in another stack, behind a macro, in the account.',
    remedy: 'Scan it together with the stack or the account that holds the rest.',
  },
  'access-denied': {
    means: 'AWS denied a call whose answer decides.',
    remedy: 'Allow the call to the role that scans.',
  },
  'scp-denied': {
    means: 'A service control policy denied a call whose answer decides.',
    remedy: 'Exempt the role that scans from that policy.',
  },
  throttled: {
    means: 'AWS turned calls away until the retries ran out.',
    remedy: 'Scan again with fewer calls at a time.',
  },
  'credentials-expired': {
    means: 'The credentials expired before everything was read.',
    remedy: 'Renew them and resume the run.',
  },
  'region-disabled': {
    means: 'The region is not enabled in the account.',
    remedy: 'Leave the region out, or enable it.',
  },
  'api-unsupported': {
    means: 'AWS does not offer the call in this region or partition.',
    remedy: 'Look at the resource by other means; a scan cannot decide it.',
  },
  'parse-error': {
    means: 'A file or a part of it could not be read.',
    remedy: 'Correct what the problem names and scan again.',
  },
  'rule-error': {
    means: 'The rule could not be evaluated on this resource.',
    remedy: 'It is a defect of the rule: report it, with the finding.',
  },
  timeout: {
    means: 'The time allowed ran out before there was an answer.',
    remedy: 'Allow more time, or scan less at once.',
  },
};
