/** Stages of a budget year, in the order they come; the first is shown where several are to hand. */
export const STAGES = ['budget', 'adjusted', 'monitoring', 'final', 'self-evaluation'] as const;

export type Stage = (typeof STAGES)[number];
