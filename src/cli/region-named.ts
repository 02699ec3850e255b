import type { Region } from '../model/disclosure.js';
import { UsageError } from './usage-error.js';

/** The one region a code or name means. @throws UsageError when it means none or several */
export async function regionNamed(text: string, year?: number): Promise<Region> {
  const { findRegions } = await import('../pipeline/find-regions.js');
  const found = findRegions(text, year);
  const [region] = found;
  if (!region) throw new UsageError(`没有地区 ${text}；请写行政区划代码或全名`);
  if (found.length > 1) {
    throw new UsageError(`${text} 可能指：${found.map(describeRegion).join('、')}；请写行政区划代码`);
  }
  return region;
}

const describeRegion = ({ province, city, name, code }: Region): string =>
  `${[...new Set([province, city, name])].filter((each) => each !== null).join('')}（${code ?? '无代码'}）`;
