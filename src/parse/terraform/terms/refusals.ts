/**
 * How often a way in which a deployment may turn out was left out of a value, because Terraform would refuse it there.
 * Nothing is deployed then, except inside of `try` and `can`, which must know of it.
 */
const refusals = { count: 0 };

export function noteRefusal(): void {
  refusals.count += 1;
}

/** What some work gives, and whether it may also be refused. */
export function watched<T>(work: () => T): { readonly value: T; readonly mayBeRefused: boolean } {
  const before = refusals.count;
  const value = work();
  return { value, mayBeRefused: refusals.count > before };
}
