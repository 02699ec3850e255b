/** Megabytes a process begins and ends with for what was just made: nearly all of it is dropped at once, and little of it copied. */
const YOUNG = ['--min-semi-space-size=16', '--max-semi-space-size=32'];

/** From this version of Node on V8 has a quick compiler between its interpreter and its slow one, and no such flag. */
const QUICK_COMPILER = 22;

/**
 * Has the slow compiler of V8 begin later, after so many bytes of code run (by itself 67,584): most of what a short process
 * compiles soon it hardly runs again.
 */
export const LATE_COMPILER: readonly string[] =
  Number.parseInt(process.versions.node, 10) < QUICK_COMPILER ? ['--interrupt-budget=500000'] : [];

/** Flags of Node for a process that does one job after the other. @param megabytes the most heap it may keep */
export const nodeFlags = (megabytes: number | undefined): string[] => [
  ...YOUNG,
  ...LATE_COMPILER,
  ...(megabytes === undefined ? [] : [`--max-old-space-size=${megabytes}`]),
];
