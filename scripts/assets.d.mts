export const ASSETS: readonly string[];
