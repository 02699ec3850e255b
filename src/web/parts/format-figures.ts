import { clipText } from '../../report/clip-text.js';
import { showWan } from '../../report/show-money.js';
import { printable } from '../../report/text-width.js';

/** 1234567 → `1,234,567`. */
export const showCount = (count: number): string => count.toLocaleString('zh-CN');

/** 万元 from integer fen, exact; nothing where there is no amount. */
export const showAmount = (fen: number | null): string => (fen === null ? '' : showWan(fen));

/** `湖南省株洲市石峰区`; 地区未定 where it is unknown. */
export const showRegion = ({
  province,
  city,
  region,
}: {
  province: string | null;
  city: string | null;
  region: string | null;
}): string => [...new Set([province, city, region])].filter((part) => part !== null).join('') || '地区未定';

export const showYear = (year: number | null): string => (year === null ? '年度未定' : `${year} 年`);

/** Characters of a text in a list; its own page shows it whole. */
const LISTED = 160;

/** Printed text as a list shows it: no control characters, and no more than a few lines of it. */
export const showListed = (text: string | null, most = LISTED): string =>
  clipText(printable(text ?? ''), most);

/** A project's name as a list or a title shows it. */
export const showProject = (name: string | null): string =>
  name === null ? '（名称未印）' : showListed(name);
