import { setTimeout as after } from 'node:timers/promises';

/** Time as a collection sees it; tests have their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** @throws the reason of the signal when it stops the wait */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Rings once, unless it is put off by the function answered. */
  alarm(milliseconds: number, ring: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await after(milliseconds, undefined, { signal });
  },
  alarm: (milliseconds, ring) => {
    const timer = setTimeout(ring, milliseconds);
    return () => clearTimeout(timer);
  },
};
