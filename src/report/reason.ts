import type { Finding, RelatedLocation } from '../model/finding.ts';

/** What there is to say of a finding, nothing of it twice. */
export interface Said {
  /** The message; empty when the reason says it. */
  readonly message: string;
  /** For an unknown, the cause and the way to it: `unresolved-value: Ref KeyArn ← parameter KeyArn has no default`. */
  readonly reason: string;
  /** The related places of which the reason does not speak. */
  readonly related: readonly RelatedLocation[];
  /** What there is to say of the waiver that names it, and of a rule in preview; empty without. */
  readonly note: string;
}

/** `from` stands between the links of the chain. */
export function saidOf({ message, cause, chain, related, waiver, stage }: Finding, from = '←'): Said {
  const notes = [waiver?.note ?? '', stage === 'preview' ? 'in preview, never gates' : ''];
  const note = notes.filter(part => part !== '').join('; ');
  if (cause === undefined) return { message, reason: '', related, note };
  const isInChain = (text: string): boolean => chain.some(link => link.startsWith(text));
  return {
    // Where a rule has nothing of its own to say of an unknown, its message is the chain.
    message: message.split(' ← ').every(isInChain) ? '' : message,
    reason: chain.length > 0 ? `${cause}: ${chain.join(` ${from} `)}` : cause,
    related: related.filter(place => !isInChain(place.message)),
    note,
  };
}

/** The message, the reason and what is to be said of a waiver in one line. */
export function sayingOf(finding: Finding, from = '←'): string {
  const { message, reason, note } = saidOf(finding, from);
  const text = message === '' || reason === '' ? message + reason : `${message} (${reason})`;
  return note === '' ? text : `${text} (${note})`;
}
