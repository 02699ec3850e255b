/** What people call the values of a column that says whether something is so. */
export const YES_NO_TITLES = { 0: '否', 1: '是' } as const;
