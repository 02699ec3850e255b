/** Part of the em square of CJK fonts that stands above the baseline. */
export const ASCENT = 0.88;
