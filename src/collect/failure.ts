import type { Cause } from '../model/cause.ts';

/** An error of the SDK, taken apart. */
export interface Failure {
  /** `AccessDeniedException` */
  readonly name: string;
  readonly message: string;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  readonly cause: Cause;
}

/** The run is over before this call: the deadline passed, or somebody stopped it. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** A table calls what its list of actions does not hold: a bug of ours, which no run may go over. */
export class OutsidePolicy extends Error {
  override readonly name = 'OutsidePolicy';
}

/** What an error of the SDK says of the call: one of the causes that reports speak in, and what AWS said. */
export function failureOf(error: unknown): Failure {
  if (error instanceof OutsidePolicy) throw error;
  const { name, message, code, status } = partsOf(error);
  const cause = causeOf(`${name} ${code}`, message, status);
  return { name, message: shortened(message), cause, ...(status !== undefined && { status }) };
}

/** An expired session is renewed once before it counts; a new one does not set the clock right. */
export function isExpired(error: unknown): boolean {
  const { cause, name, message } = failureOf(error);
  return cause === 'credentials-expired' && !isSkewed(name, message);
}

/** A clock that is wrong by minutes makes signatures that are too old, or not valid yet. The SDK sets it right when AWS says what time it is. */
const isSkewed = (name: string, message: string): boolean =>
  /TimeTooSkewed|RequestInTheFuture/.test(name) || /signature (expired|not yet current)/i.test(message);

function partsOf(error: unknown): { name: string; message: string; code: string; status?: number } {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), code: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const metadata = '$metadata' in error && typeof error.$metadata === 'object' ? error.$metadata : undefined;
  const status = metadata && 'httpStatusCode' in metadata ? metadata.httpStatusCode : undefined;
  return {
    name: error.name,
    message: error.message,
    code,
    ...(typeof status === 'number' && { status }),
  };
}

/** By the names of errors, since services agree on those more than on anything else. The first that fits decides. */
const patterns: readonly (readonly [Cause, RegExp])[] = [
  ['timeout', /^Stopped/],
  ['credentials-expired', /ExpiredToken|RequestExpired|TokenRefreshRequired|ExpiredTokenException/],
  [
    'throttled',
    /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|BandwidthLimit|LimitExceededException/,
  ],
  [
    'region-disabled',
    /OptInRequired|RegionDisabled|UnrecognizedClient|InvalidClientTokenId|AuthFailure|InvalidAccessKeyId/,
  ],
  ['access-denied', /AccessDenied|UnauthorizedOperation|Unauthorized|NotAuthorized|Forbidden/],
  ['credentials-expired', /CredentialsProviderError|CredentialsError/],
  [
    'timeout',
    /Timeout|TimedOut|ETIMEDOUT|ECONNRESET|ECONNREFUSED|EPIPE|EAI_AGAIN|socket hang up|NetworkingError/,
  ],
  ['api-unsupported', /ENOTFOUND|UnknownOperation|InvalidAction|UnsupportedOperation|NotImplemented/],
  ['parse-error', /MalformedAnswer|SyntaxError|TypeError|RangeError|SerializationException/],
];

function causeOf(name: string, message: string, status: number | undefined): Cause {
  if (isSkewed(name, message)) return 'credentials-expired';
  const cause =
    patterns.find(([, pattern]) => pattern.test(name))?.[0] ?? byMessage(message) ?? byStatus(status);
  return cause === 'access-denied' && isOfOrganisation(message) ? 'scp-denied' : cause;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const isOfOrganisation = (message: string): boolean =>
  /(service|resource) control policy|\bSCP\b/i.test(message) &&
  /explicit deny|no .* control policy/i.test(message);

function byMessage(message: string): Cause | undefined {
  if (/socket hang up|ECONNRESET|ETIMEDOUT|timed out/i.test(message)) return 'timeout';
  if (/ENOTFOUND/.test(message)) return 'api-unsupported';
  if (
    /is not valid JSON|Deserialization error|Unexpected (token|end)|Unclosed tag|char .* is not expected/i.test(
      message,
    )
  )
    return 'parse-error';
  return undefined;
}

/** What is left are errors of a service's own; a failure of the service itself is worth another try on another day. */
function byStatus(status: number | undefined): Cause {
  if (status === 403 || status === 401) return 'access-denied';
  if (status === 429) return 'throttled';
  if (status !== undefined && status >= 500) return 'timeout';
  return status === undefined || status < 300 ? 'parse-error' : 'api-unsupported';
}

const longest = 300;

const shortened = (message: string): string => {
  const line = message.split('\n', 1)[0]?.trim() ?? '';
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};
