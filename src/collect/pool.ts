/** Runs pieces of work, so many at a time; `add` waits until there is room, `end` until all are done. */
export function poolOf(size: number): {
  readonly add: (work: () => Promise<void>) => Promise<void>;
  readonly end: () => Promise<void>;
} {
  const running = new Set<Promise<void>>();
  return {
    add: async work => {
      while (running.size >= size) await Promise.race(running);
      const one: Promise<void> = work().finally(() => running.delete(one));
      running.add(one);
      // A failure is thrown by `end`, and by `add` when it waits; not on the way between.
      one.catch(() => undefined);
    },
    end: async () => {
      await Promise.all(running);
    },
  };
}
