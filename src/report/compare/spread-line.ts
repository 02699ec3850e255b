import type { ProjectGroup } from '../../model/comparison.js';

/** Spread of a group's amounts in 万元, with the places at both ends: `中位数 6.00 万元，最小 2.00（甲区）…`. */
export function spreadOfAmounts({ amounts, projects }: ProjectGroup): string {
  if (!amounts) return '';
  const counted = projects.filter((project) => project.counted);
  const place = (end: typeof counted): string => end.map(({ region }) => region ?? '地区未定').at(0) ?? '';
  const wan = (yuan: string): string => pointMoved(yuan, 4);
  const latest = projects.length === counted.length ? '' : '；每地只计最近一年、同一项目只计一次';
  return `  中位数 ${wan(amounts.median)} 万元，最小 ${wan(amounts.min)}（${place(counted.slice(-1))}），最大 ${wan(amounts.max)}（${place(counted)}），绝对中位差 ${wan(amounts.mad)}（${amounts.count} 个${latest}）`;
}

/** A decimal string with its point moved to the left, two decimals at least. */
export function pointMoved(figure: string, places: number): string {
  const [whole = '0', decimals = ''] = figure.split('.');
  const digits = whole.padStart(places + 1, '0');
  const rest = `${digits.slice(-places)}${decimals}`.replace(/0+$/, '').padEnd(2, '0');
  return `${digits.slice(0, -places).replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}
