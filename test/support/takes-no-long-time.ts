import { expect, it } from 'vitest';
import { someOf } from './thorough.js';
import { timesOfReference } from './times-of-reference.js';

const LENGTH = 10_000;

/** Reads each fragment over and over; a pattern that looks back for every sign of it would take minutes. */
export function takesNoLongTime(fragments: readonly string[], read: (text: string) => unknown): void {
  it.each(someOf(6, fragments))('%j over and over takes no long time', async (fragment) => {
    const text = fragment.repeat(Math.ceil(LENGTH / fragment.length));
    expect(await timesOfReference(() => read(text))).toBeLessThan(150);
  });
}
