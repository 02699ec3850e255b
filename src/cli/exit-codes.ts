/** What the command ends with; promised to scripts, see README. */
export const EXIT = {
  done: 0,
  ourError: 1,
  wrongCall: 2,
  /** Done, but some input was not read; it was listed. */
  notAllRead: 3,
  /** `audit --fail-on` found some. */
  found: 4,
} as const;
