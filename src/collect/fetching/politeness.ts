/** How a site is treated. */
export interface Politeness {
  /** Milliseconds between the end of one request to a host and the next. */
  pause: number;
  /** Requests a day to one host. */
  quota: number;
  /** A site that asks for a longer pause in its robots.txt gets it, up to this. */
  longestPause: number;
  /** A site that asks to come back later is waited for so long; beyond it is left to the next run. */
  longestWait: number;
  /** Tries of one address, the first included. */
  tries: number;
  /** Before the second try; doubled before each further one. */
  firstWait: number;
  /** So many refusals one after the other are a wall. */
  wall: number;
  /** So many addresses one after the other that could not be had at all: the host is down. */
  faults: number;
}

export const POLITE: Politeness = {
  pause: 2_000,
  quota: 2_000,
  longestPause: 60_000,
  longestWait: 15 * 60_000,
  tries: 4,
  firstWait: 5_000,
  wall: 3,
  faults: 3,
};

/** Seconds or a date (RFC 9110, 10.2.3) as milliseconds from now; null where nothing can be read in it. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
