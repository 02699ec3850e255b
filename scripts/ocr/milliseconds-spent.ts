import { processorTime } from '../bench-tests/processor-time.js';

/** Processor time of this process and of those it started, until now. */
export function millisecondsSpent(): number {
  const { own, children } = processorTime();
  return 1000 * (own + children);
}
