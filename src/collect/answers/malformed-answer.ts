/** An answer with status 200 that is none of its operation: from a proxy, cut, or of a service that changed. */
export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer';
}
