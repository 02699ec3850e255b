import { compact } from '../words/label-text.js';
import { level1Of, level2Of } from '../words/vocabulary.js';
import { bareItems, type CodedIndicator } from './coded-items.js';
import { readCodedRuns } from './coded-runs.js';

export interface CodedText {
  /** 【总体目标】, 【项目概况】 … by heading. */
  texts: Record<string, string>;
  indicators: CodedIndicator[];
}

/**
 * Indicators written into one cell, in three notations:
 *
 * - `【总体目标】…【产出指标-数量指标】指标1:机柜数量(≥77台)指标2:云主机数(≥300台)` (seen: 安徽)
 * - `1、1－产出指标，11－数量指标，宣传次数；实施周期指标值：≥12次，年度指标值：≥4次；2、1－产出指标，…` (seen: 广东)
 * - `产出指标：数量指标：宣传次数≥12次；质量指标：…`, whose levels have no codes and may stand alone
 *
 * Line breaks may stand anywhere. Null when the text holds none of them.
 *
 * @param isLoose whether levels that stand alone count too; prose may name them
 */
export function readCodedText(text: string, isLoose = true): CodedText | null {
  if (!MAY_BE_CODED.test(text)) return null;
  const sections = readSections(text);
  if (sections) return sections;
  const indicators = readCodedRuns(text, isLoose);
  return indicators.length > 0 ? { texts: {}, indicators } : null;
}

const MAY_BE_CODED = /【|指\s*标\s*[-—–－,;，；、/:：>＞》|_()（）[\]［］\d①-⑳\u4e00-\u9fff \u3000]/;

const SECTION = /【([^】]{2,30})】([^【]*)/g;

function readSections(text: string): CodedText | null {
  const found: CodedText = { texts: {}, indicators: [] };
  let over: string | null = null;
  for (const [, heading = '', printed = ''] of text.matchAll(SECTION)) {
    const [first = '', second = ''] = heading.replace(/\s+/g, '').split(/[-—－/、:：]/);
    const body = printed.replace(/\s+/g, '');
    if (level1Of(first) === undefined && level2Of(first) === undefined) {
      found.texts[heading.replace(/\s+/g, '')] = body;
      continue;
    }
    if (body === '') {
      over = first;
      continue;
    }
    const inner = second === '' && level1Of(first) !== undefined ? readCodedRuns(printed, true, first) : [];
    const isUnder = over !== null && second === '' && level1Of(first) === undefined;
    const [level1, level2] = isUnder ? [over ?? '', first] : [first, second || null];
    found.indicators.push(
      ...(inner.length > 0
        ? inner
        : itemsOf(body).map((item) => ({ level1, level2, horizon: 'annual' as const, ...item }))),
    );
  }
  return found.indicators.length > 0 ? found : null;
}

/** `指标1:name(value)指标2:…`, also without numbers, separated by ；or 、 after a closing bracket, or `name≥value；…`. */
function itemsOf(body: string): { name: string; target: string }[] {
  const pieces = /指标\d+[:：]/.test(body)
    ? body.split(/指标\d+[:：]/)
    : body.split(/(?<=[)）])[；;、，,]?(?=[^)）；;、，,。])/);
  return pieces.flatMap((piece) => {
    const item = piece.replace(/[；;，,。、]+$/, '');
    const match = /^(.+)[(（]([^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*)[)）]$/.exec(item);
    if (match) return [{ name: match[1] ?? '', target: match[2] ?? '' }];
    if (item === '') return [];
    const bare = bareItems(compact(item));
    return bare.every(({ target }) => target !== '') ? bare : [{ name: item, target: '' }];
  });
}
