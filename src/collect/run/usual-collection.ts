import { POLITE } from '../fetching/politeness.js';

/** How far and how fast is gone unless something else is asked. */
export const USUAL_COLLECTION = {
  /** Levels of links, pages of one list. */
  depth: 1,
  pages: 50,
  /** Seconds between requests to a host, requests a day to it. */
  pause: POLITE.pause / 1000,
  quota: POLITE.quota,
} as const;
