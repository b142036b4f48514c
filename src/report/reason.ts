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
export function saidOf(finding: Finding, from = '←'): Said {
  const { cause, related } = finding;
  const isTold = ({ message }: RelatedLocation): boolean =>
    cause !== undefined && isInChain(message, finding);
  return { ...wordsOf(finding, from), related: related.filter(place => !isTold(place)) };
}

function wordsOf(finding: Finding, from: string): Omit<Said, 'related'> {
  const { message, cause, chain, waiver, stage } = finding;
  const note = waiver || stage ? noteOf(waiver?.note ?? '', stage) : '';
  if (cause === undefined) return { message, reason: '', note };
  const isChain = message.split(' ← ').every(part => isInChain(part, finding));
  return {
    // Where a rule has nothing of its own to say of an unknown, its message is the chain.
    message: isChain ? '' : message,
    reason: chain.length > 0 ? `${cause}: ${chain.join(` ${from} `)}` : cause,
    note,
  };
}

const isInChain = (text: string, { chain }: Finding): boolean => chain.some(link => link.startsWith(text));

function noteOf(ofWaiver: string, stage: Finding['stage']): string {
  const ofStage = stage === 'preview' ? 'in preview, never gates' : '';
  return ofWaiver === '' || ofStage === '' ? ofWaiver + ofStage : `${ofWaiver}; ${ofStage}`;
}

/** The message, the reason and what is to be said of a waiver in one line. */
export function sayingOf(finding: Finding, from = '←'): string {
  const { message, reason, note } = wordsOf(finding, from);
  const text = message === '' || reason === '' ? message + reason : `${message} (${reason})`;
  return note === '' ? text : `${text} (${note})`;
}
