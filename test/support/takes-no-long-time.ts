import { expect, it } from 'vitest';

const LENGTH = 10_000;

/** Reads each fragment over and over; a pattern that looks back for every sign of it would take minutes. */
export function takesNoLongTime(fragments: readonly string[], read: (text: string) => unknown): void {
  it.each(fragments)('%j over and over takes no long time', (fragment) => {
    const text = fragment.repeat(Math.ceil(LENGTH / fragment.length));
    const start = performance.now();
    read(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });
}
