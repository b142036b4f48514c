/** Short strings met in one text, so that equal keys are one string in memory. Not kept longer than the reading of the text. */
export type SharedText = string[];

const slots = 256;

const longest = 40;

export const sharedText = (): SharedText => Array.from({ length: slots }, () => '');

/** `text.slice(start, end)`, the same string again where a short one occurs again. */
export function pieceOf(shared: SharedText, text: string, start: number, end: number): string {
  const length = end - start;
  if (length > longest || length === 0) return text.slice(start, end);
  const middle = text.charCodeAt(start + (length >> 1));
  const slot = (length * 7 + text.charCodeAt(start) * 31 + middle * 17 + text.charCodeAt(end - 1)) % slots;
  const known = shared[slot] ?? '';
  if (known.length === length && text.startsWith(known, start)) return known;
  const piece = text.slice(start, end);
  shared[slot] = piece;
  return piece;
}
