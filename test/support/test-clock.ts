import type { Clock } from '../../src/collect/fetching/clock.js';

/** A clock that stands still, and jumps when it is slept by. */
export interface TestClock extends Clock {
  slept: number[];
  /** Rings the alarms set. */
  ring(): void;
  advance(milliseconds: number): void;
}

export function testClock(start = '2024-03-20T00:00:00Z'): TestClock {
  let now = Date.parse(start);
  const alarms = new Set<() => void>();
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
    },
    alarm: (_, ring) => {
      alarms.add(ring);
      return () => alarms.delete(ring);
    },
    ring: () => {
      for (const ring of alarms) ring();
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
