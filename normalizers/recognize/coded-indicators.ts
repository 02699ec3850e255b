import { compact } from './label-text.js';
import { level1Of, level2Of } from './vocabulary.js';

export interface CodedIndicator {
  level1: string;
  level2: string | null;
  name: string;
  target: string;
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
 * - `1－产出指标，11－数量指标，宣传次数；实施周期指标值：≥12次；1－产出指标，…`
 *
 * Line breaks may stand anywhere. Null when the text holds neither.
 */
export function readCodedText(text: string): CodedText | null {
  const flat = compact(text);
  return readSections(text.replace(/\s+/g, '')) ?? readNumbered(flat);
}

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
      found.indicators.push({ level1: first, level2: second || null, ...item });
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

/** Pieces that each begin with the code and name of a 一级指标. */
function readNumbered(text: string): CodedText | null {
  const indicators: CodedIndicator[] = [];
  for (const piece of text.split(/(?=\d[-—](?:产出|效益|满意度|成本)指标[,;])/)) {
    const parts = piece.split(/[,;]/).map((part) => part.replace(/^\d+[-—]/, ''));
    const [level1 = '', level2 = '', name = ''] = parts;
    if (!level1Of(level1) || !level2Of(level2) || name === '') continue;
    const value = parts.slice(3).find((part) => /指标值:/.test(part));
    indicators.push({ level1, level2, name, target: value?.replace(/^.*指标值:/, '') ?? '' });
  }
  return indicators.length > 0 ? { texts: {}, indicators } : null;
}
