import type { Horizon } from '../../src/model/disclosure.js';
import { compact } from './label-text.js';
import { horizonOf } from './table-header.js';
import { level1Of, level2Of } from './vocabulary.js';

export interface CodedIndicator {
  level1: string;
  level2: string | null;
  name: string;
  target: string;
  horizon: Horizon;
}

export interface CodedText {
  /** 【总体目标】, 【项目概况】 … by heading. */
  texts: Record<string, string>;
  indicators: CodedIndicator[];
}

/**
 * Indicators written into one cell, in two notations:
 *
 * - `【总体目标】…【产出指标-数量指标】指标1:机柜数量(≥77台)指标2:云主机数(≥300台)` (seen: 安徽)
 * - `1、1－产出指标，11－数量指标，宣传次数；实施周期指标值：≥12次，年度指标值：≥4次；2、1－产出指标，…` (seen: 广东)
 *
 * Line breaks may stand anywhere. Null when the text holds neither.
 */
export function readCodedText(text: string): CodedText | null {
  if (!MAY_BE_CODED.test(text)) return null;
  return readSections(text.replace(/\s+/g, '')) ?? readNumbered(compact(text));
}

const MAY_BE_CODED = /【|指\s*标\s*[-—–－,;，；、/]/;

const SECTION = /【([^】]{2,30})】([^【]*)/g;

function readSections(text: string): CodedText | null {
  const found: CodedText = { texts: {}, indicators: [] };
  for (const [, heading = '', body = ''] of text.matchAll(SECTION)) {
    const [first = '', second = ''] = heading.split(/[-—－/、:：]/);
    const level1 = level1Of(first) !== undefined || level2Of(first) !== undefined;
    if (!level1) {
      found.texts[heading] = body;
      continue;
    }
    for (const item of itemsOf(body))
      found.indicators.push({ level1: first, level2: second || null, horizon: 'annual', ...item });
  }
  return found.indicators.length > 0 ? found : null;
}

/** `指标1:name(value)指标2:…`, also without numbers, separated by ；or 、 after a closing bracket. */
function itemsOf(body: string): { name: string; target: string }[] {
  const pieces = /指标\d+[:：]/.test(body)
    ? body.split(/指标\d+[:：]/)
    : body.split(/(?<=[)）])[；;、，,]?(?=[^)）；;、，,。])/);
  return pieces.flatMap((piece) => {
    const item = piece.replace(/[；;，,。、]+$/, '');
    const match = /^(.+)[(（]([^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*)[)）]$/.exec(item);
    if (match) return [{ name: match[1] ?? '', target: match[2] ?? '' }];
    return item === '' ? [] : [{ name: item, target: '' }];
  });
}

/**
 * Items that each begin with the names of a 一级 and a 二级指标, their codes and the running number of the item before them. A
 * value of the whole period beside one of the year makes two indicators.
 */
function readNumbered(text: string): CodedText | null {
  const heads = [...text.matchAll(HEAD)].filter(isHead);
  const indicators = heads.flatMap((head, i) =>
    readItem(head, text.slice(head.index + head[0].length, heads[i + 1]?.index)),
  );
  return indicators.length > 0 ? { texts: {}, indicators } : null;
}

const HEAD =
  /(?<![\u4e00-\u9fff])(?:(?<!\d)\d{1,3}[.、．])?(\d[-—–－])?([\u4e00-\u9fff]{2,6}指标)[-—–－,;、/](\d{1,3}[-—–－])?([\u4e00-\u9fff]{2,10})[-—–－,;、/]/g;

/** Both levels are known ones; with a code before it a 二级指标 may have any name. */
function isHead([, , level1 = '', code, level2 = '']: RegExpMatchArray): boolean {
  return level1Of(level1) !== undefined && (code !== undefined || level2Of(level2) !== undefined);
}

const VALUE_LABEL =
  /(?:^|[,;。、])([^,;:。、]{0,8}(?:指标值|目标值)(?:\([^()]*\))?)(?::|(?=[≥≤≧≦＞＜>=<》《\d]))/;

function readItem([, code, level1 = '', , level2 = '']: RegExpMatchArray, text: string): CodedIndicator[] {
  const [named = '', ...pairs] = text.split(VALUE_LABEL);
  const name = trimEnds(named);
  if (name === '') return [];
  const values: { horizon: Horizon; target: string }[] = [];
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const target = trimEnds(pairs[i + 1] ?? '');
    if (target !== '') values.push({ horizon: horizonOf(pairs[i] ?? '') ?? 'annual', target });
  }
  if (values.length > 0) return values.map((value) => ({ level1, level2, name, ...value }));
  const beside = BARE_VALUE.exec(name);
  if (!beside && code === undefined) return [];
  const [, own = name, target = ''] = beside ?? [];
  return [{ level1, level2, name: own, target, horizon: 'annual' }];
}

/** Without the separators around it. */
const trimEnds = (text: string): string => text.replace(/^[-—–－,;、.。]+|[,;、.。]+$/g, '');

/** A value without a label, behind a colon or comma or in brackets: 宣传次数:≥12次, 宣传次数(≥12次). */
const BARE_VALUE = /^(.+?)(?:[:,;]|\((?=.*\)$))([≥≤＞＜>=<≧≦\d][^()]*|优良?|是|[^:,;()]{1,12})\)?$/;
