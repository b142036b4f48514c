import { describe, expect, test } from 'vitest';

import { failureOf, OutsidePolicy, Stopped } from '../../src/collect/failure.ts';

const error = (name: string, message: string, status?: number, code?: string): Error =>
  Object.assign(new Error(message), {
    name,
    ...(code !== undefined && { code }),
    ...(status !== undefined && { $metadata: { httpStatusCode: status } }),
  });

describe('the cause of an error of the SDK', () => {
  test.each([
    [
      'access-denied',
      error('AccessDeniedException', 'User: x is not authorized to perform: bedrock:GetGuardrail', 403),
    ],
    [
      'access-denied',
      error('UnauthorizedOperation', 'You are not authorized to perform this operation.', 403),
    ],
    ['access-denied', error('SomethingElse', 'no', 403)],
    [
      'scp-denied',
      error('AccessDenied', 'not authorized with an explicit deny in a service control policy', 403),
    ],
    ['scp-denied', error('AccessDenied', 'with an explicit deny in a resource control policy', 403)],
    ['access-denied', error('AccessDenied', 'with an explicit deny in an identity-based policy', 403)],
    ['throttled', error('ThrottlingException', 'Rate exceeded', 400)],
    ['throttled', error('TooManyRequestsException', 'Rate exceeded', 400)],
    ['throttled', error('RequestLimitExceeded', 'Request limit exceeded.', 503)],
    ['throttled', error('SlowDown', 'Please reduce your request rate.', 503)],
    [
      'credentials-expired',
      error('ExpiredTokenException', 'The security token included in the request is expired', 403),
    ],
    ['credentials-expired', error('RequestExpired', 'Request has expired.', 400)],
    [
      'credentials-expired',
      error('CredentialsProviderError', 'Could not load credentials from any providers'),
    ],
    [
      'region-disabled',
      error('UnrecognizedClientException', 'The security token included in the request is invalid', 403),
    ],
    ['region-disabled', error('OptInRequired', 'You are not subscribed to this service', 403)],
    [
      'region-disabled',
      error('AuthFailure', 'AWS was not able to validate the provided access credentials', 401),
    ],
    ['timeout', error('TimeoutError', 'socket hang up', undefined, 'ECONNRESET')],
    ['timeout', error('Error', 'connect ECONNREFUSED 10.0.0.1:443', undefined, 'ECONNREFUSED')],
    ['timeout', error('InternalServerException', 'We encountered an internal error.', 500)],
    ['timeout', new Stopped('the run stopped before this call')],
    [
      'api-unsupported',
      error('Error', 'getaddrinfo ENOTFOUND qbusiness.eu-north-1.api.aws', undefined, 'ENOTFOUND'),
    ],
    ['api-unsupported', error('UnknownOperationException', '', 404)],
    ['api-unsupported', error('ValidationException', 'not here', 400)],
    ['parse-error', error('SyntaxError', 'Unexpected end of JSON input', 200)],
    ['parse-error', error('TypeError', 'Expected real number, got implicit NaN', 200)],
  ] as const)('%s: %s', (cause, thrown) => {
    expect(failureOf(thrown).cause).toBe(cause);
  });

  test('a call outside of the policy is a bug, and no gap', () => {
    const bug = new OutsidePolicy('the table does not name it');
    expect(() => failureOf(bug)).toThrow(bug);
  });
});
