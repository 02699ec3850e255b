/** Whether every case is tried: `npm run test:thorough`. `npm test` tries some of each kind, so that it stays short. */
export const IS_THOROUGH = process.env.THOROUGH === 'yes';

/** How often something is tried. */
export const runsOf = (few: number, all: number): number => (IS_THOROUGH ? all : few);

/** Of many cases that try the same thing those to be tried: all, or a few spread over them, the first and the last among them. */
export function someOf<T>(few: number, cases: readonly T[]): readonly T[] {
  if (IS_THOROUGH || few >= cases.length) return cases;
  const step = (cases.length - 1) / Math.max(1, few - 1);
  const chosen = new Set(Array.from({ length: few }, (_, n) => Math.round(n * step)));
  return cases.filter((_, n) => chosen.has(n));
}
