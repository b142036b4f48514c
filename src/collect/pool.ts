/** Lets so many pieces of work run at a time. */
export interface Pool {
  /** Waits until there is room, then begins it; what it throws is thrown by `end`, and said at once. */
  readonly add: (work: () => Promise<void>) => Promise<void>;
  /** Waits until all are done. */
  readonly end: () => Promise<void>;
}

export function poolOf(size: number, onFailure: () => void = () => undefined): Pool {
  const running = new Set<Promise<void>>();
  const waiting: (() => void)[] = [];
  const failures: unknown[] = [];
  let free = size;

  const room = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>(resolve => waiting.push(resolve));
  };

  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  const guarded = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      failures.push(error);
      onFailure();
    } finally {
      leave();
    }
  };

  return {
    add: async work => {
      await room();
      const one = guarded(work);
      running.add(one);
      void one.then(() => running.delete(one));
    },
    end: async () => {
      await Promise.all(running);
      if (failures.length > 0) throw failures[0];
    },
  };
}
