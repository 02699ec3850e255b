import type { UnreadPart } from './document.js';

/** Rows that look like those of a performance form and were not recognized. */
export const countUnreadRows = (unread: readonly UnreadPart[]): number =>
  unread.reduce((total, { rows }) => total + rows, 0);
