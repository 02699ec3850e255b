/** Megabytes a process begins and ends with for what was just made: nearly all of it is dropped at once, and little of it copied. */
const YOUNG = ['--min-semi-space-size=16', '--max-semi-space-size=32'];

/** Flags of Node for the heap of a process that does one job after the other. @param megabytes the most it may keep */
export const heapFlags = (megabytes: number | undefined): string[] => [
  ...YOUNG,
  ...(megabytes === undefined ? [] : [`--max-old-space-size=${megabytes}`]),
];
