import type { Finding, RelatedLocation } from '../model/finding.ts';

/** What there is to say of a finding, nothing of it twice. */
export interface Said {
  /** The message; empty when the reason says it. */
  readonly message: string;
  /** For an unknown, the cause and the way to it: `unresolved-value: Ref KeyArn ← parameter KeyArn has no default`. */
  readonly reason: string;
  /** The related places of which the reason does not speak. */
  readonly related: readonly RelatedLocation[];
}

/** `from` stands between the links of the chain. */
export function saidOf({ message, cause, chain, related }: Finding, from = '←'): Said {
  if (cause === undefined) return { message, reason: '', related };
  const isInChain = (text: string): boolean => chain.some(link => link.startsWith(text));
  return {
    // Where a rule has nothing of its own to say of an unknown, its message is the chain.
    message: message.split(' ← ').every(isInChain) ? '' : message,
    reason: chain.length > 0 ? `${cause}: ${chain.join(` ${from} `)}` : cause,
    related: related.filter(place => !isInChain(place.message)),
  };
}

/** The message and the reason in one line. */
export function sayingOf(finding: Finding, from = '←'): string {
  const { message, reason } = saidOf(finding, from);
  if (message === '' || reason === '') return message + reason;
  return `${message} (${reason})`;
}
