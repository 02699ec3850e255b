import type { Region } from '../../model/disclosure.js';
import { QueryError } from '../../model/facts/query-error.js';
import { findRegions, regionWords } from './find-regions.js';

/** The one region a code, a name or a title (`湖南省株洲市石峰区（430204）`) means. @throws QueryError when it means none or several */
export function regionNamed(text: string, year: number | null = null): Region {
  const found = findRegions(text, year);
  const [region] = found;
  if (!region) {
    throw new QueryError(`没有地区 ${text}；请写行政区划代码或全名`, {
      unknown: { word: text, known: regionWords() },
    });
  }
  if (found.length > 1) {
    throw new QueryError(`${text} 可能指：${found.map(regionWithCode).join('、')}；请写行政区划代码`);
  }
  return region;
}

/** 湖南省株洲市石峰区（430204） */
export const regionWithCode = ({ province, city, name, code }: Region): string =>
  `${[...new Set([province, city, name])].filter((each) => each !== null).join('')}（${code ?? '无代码'}）`;
