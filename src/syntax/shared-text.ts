/** Short strings met in one text, so that equal keys are one string in memory. Not kept longer than the reading of the text. */
export type SharedText = string[];

const slots = 256;

const longest = 40;

export const sharedText = (): SharedText => Array.from({ length: slots }, () => '');

/** `text.slice(start, end)`, the same string again where a short one occurs again. */
export function pieceOf(shared: SharedText, text: string, start: number, end: number): string {
  const length = end - start;
  if (length > longest || length === 0) return text.slice(start, end);
  const slot = mixed(text, start, end) % slots;
  const known = shared[slot] ?? '';
  if (known.length === length && text.startsWith(known, start)) return known;
  const piece = text.slice(start, end);
  shared[slot] = piece;
  return piece;
}

/** The keys met last, in whatever text: those of a thousand templates are the same few. None holds on to its text. */
const keys = Array.from({ length: 1024 }, () => '');

/** The same for a key, which will be looked for in tables of names: a name that the runtime knows is found the fastest. */
export function keyOf(shared: SharedText, text: string, start: number, end: number): string {
  const length = end - start;
  if (length > longest || length === 0) return pieceOf(shared, text, start, end);
  const slot = mixed(text, start, end) % keys.length;
  const known = keys[slot] ?? '';
  if (known.length === length && text.startsWith(known, start)) return known;
  const [key = ''] = Object.keys({ [text.slice(start, end)]: true });
  keys[slot] = key;
  return key;
}

function mixed(text: string, start: number, end: number): number {
  const middle = text.charCodeAt(start + ((end - start) >> 1));
  // The last two: names that are counted on differ there.
  const last = text.charCodeAt(end - 1) * 11 + text.charCodeAt(end - 2);
  return (end - start) * 7 + text.charCodeAt(start) * 31 + middle * 17 + last;
}
