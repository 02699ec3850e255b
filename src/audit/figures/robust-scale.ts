/** Makes the median absolute deviation an estimate of the standard deviation, as Iglewicz and Hoaglin (1993) have it. */
const CONSISTENCY = 0.6745;

/** Prices that hardly differ would make any difference large: spread below this (in logarithms: some 15 %) is not trusted. */
const LEAST_SPREAD = 0.15;

export interface RobustScale {
  median: number;
  /** How far a price stands out, on a logarithmic scale; beyond 3.5 it is an outlier. */
  scoreOf(price: number): number;
}

/** Median and robust scores of prices above 0. */
export function robustScale(prices: readonly number[]): RobustScale {
  const logs = prices.map(Math.log);
  const middle = medianOf(logs);
  const spread = Math.max(medianOf(logs.map((value) => Math.abs(value - middle))), LEAST_SPREAD);
  return {
    median: Math.exp(middle),
    scoreOf: (price) => (CONSISTENCY * (Math.log(price) - middle)) / spread,
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
