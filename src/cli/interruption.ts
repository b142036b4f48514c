/** What to say when a run is interrupted: what is kept, and how to go on. */
let hint = 'what was not reported is not known';

export const interruptionHint = (): string => hint;

export function setInterruptionHint(text: string): void {
  hint = text;
}
