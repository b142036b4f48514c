/** The bucket that the URI of an object names: `s3://archive/invocations/` is in `archive`. */
export function bucketOf(uri: string): string | undefined {
  return /^s3:\/\/([^/]+)/.exec(uri)?.[1];
}
