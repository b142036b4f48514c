/** Makes a number below 2^53 of a text, by a digest that nobody can steer: two texts never meet by chance or on purpose. */
export type Digest = (text: string) => number;

/** Which positions go by a text, in ascending order. Of the texts themselves nothing is kept. */
export interface TextTable {
  readonly add: (text: string, position: number) => void;
  readonly get: (text: string) => readonly number[];
  readonly has: (text: string) => boolean;
}

/** A hash table over columns of numbers: of a large organisation there are hundreds of thousands of names. */
export function textTable(digest: Digest): TextTable {
  let keys = new Float64Array(64);
  let positions = new Uint32Array(64);
  /** The entry before of the same bucket, counted from 1; 0 for none. */
  let before = new Uint32Array(64);
  let buckets = new Uint32Array(64);
  let length = 0;
  const link = (entry: number): void => {
    const bucket = (keys[entry] ?? 0) % buckets.length;
    before[entry] = buckets[bucket] ?? 0;
    buckets[bucket] = entry + 1;
  };
  const grow = (): void => {
    keys = grown(keys, new Float64Array(length * 2));
    positions = grown(positions, new Uint32Array(length * 2));
    before = new Uint32Array(length * 2);
    buckets = new Uint32Array(length * 2);
    for (let entry = 0; entry < length; entry += 1) link(entry);
  };
  const get = (text: string): readonly number[] => {
    const key = digest(text);
    const found: number[] = [];
    for (let at = buckets[key % buckets.length] ?? 0; at !== 0; at = before[at - 1] ?? 0)
      if (keys[at - 1] === key) found.push(positions[at - 1] ?? 0);
    return found.toReversed();
  };
  return {
    add(text, position) {
      if (length === keys.length) grow();
      keys[length] = digest(text);
      positions[length] = position;
      link(length);
      length += 1;
    },
    get,
    has: text => get(text).length > 0,
  };
}

function grown<T extends { set: (from: T) => void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
