import type { Horizon } from '../../../src/model/disclosure.js';
import { horizonOf } from '../words/horizon-of.js';

export interface CodedItem {
  name: string;
  /** '' where none is printed. */
  target: string;
  horizon: Horizon;
}

/** An item with the levels it stands under. */
export interface CodedIndicator extends CodedItem {
  level1: string;
  level2: string | null;
}

const VALUE_LABEL =
  /(?:^|[-—–－,;:。、/>|_])([^-—–－,;:。、/>|_]{0,8}(?:(?:指标|目标|全年|年度|当年|计划|预期|实施期|实施周期|中期|长期)值)(?:\([^()]*\))?)(?:[:-]|(?=[≥≤≧≦＞＜>=<》《\d]))/;

/**
 * The indicators behind their levels, full width folded: `宣传次数；实施周期指标值：≥12次，年度指标值：≥4次`, or with values that have no
 * label. A value of the whole period beside one of the year makes two.
 */
export function itemsOfBody(body: string): CodedItem[] {
  const [named = '', ...pairs] = body.split(VALUE_LABEL);
  if (pairs.length < 2) return bareItems(body);
  const items: CodedItem[] = [];
  let name = trimEnds(named);
  let seen = new Set<string>();
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const label = pairs[i] ?? '';
    const nextLabel = pairs[i + 2];
    seen.add(label);
    const [target = '', ...next] =
      nextLabel !== undefined && seen.has(nextLabel)
        ? (pairs[i + 1] ?? '').split(/[;。](?=.)/)
        : [pairs[i + 1]];
    const value = trimValue(target);
    if (name !== '' && value !== '')
      items.push({ name, target: value, horizon: horizonOf(label) ?? 'annual' });
    if (next.length > 0) [name, seen] = [trimEnds(next.join(';')), new Set()];
  }
  return items.length > 0 || name === '' ? items : [{ name, target: '', horizon: 'annual' }];
}

/** Names with values beside them, without labels: `宣传次数≥12次；培训人数（≥300人）`. */
export function bareItems(body: string): CodedItem[] {
  const pieces: string[] = [];
  for (const piece of body.split(/(?<=[;。,、])/)) {
    const last = pieces.at(-1);
    if (last === undefined || (hasValue(last) && hasValue(piece))) pieces.push(piece);
    else pieces[pieces.length - 1] = last + piece;
  }
  return pieces.flatMap((piece): CodedItem[] => {
    const text = trimEnds(piece);
    if (text === '') return [];
    const [, name = text, target = ''] = COMPARED.exec(text) ?? BARE_VALUE.exec(text) ?? [];
    return [{ name: trimEnds(name), target: closed(target), horizon: 'annual' }];
  });
}

const hasValue = (piece: string): boolean => /^.*[\u4e00-\u9fff].*[≥≤≧≦＞＜>=<]/.test(piece);

/** Without a bracket that was opened before the value. */
const closed = (value: string): string =>
  value.endsWith(')') && !value.includes('(') ? value.slice(0, -1) : value;

/** A name without the separators around it. */
const trimEnds = (text: string): string => text.replace(/^[-—–－,;:、.。/>》|_→]+|[-—–－,;、.。/|_→]+$/g, '');
/** A value without them; it may begin with a comparison. */
const trimValue = (text: string): string => text.replace(/^[-—–－,;、.。]+|[-—–－,;、.。|_]+$/g, '');

/** 宣传次数≥12次, 宣传次数：≥12次, 宣传次数（≥12次）. */
const COMPARED = /^([^≥≤≧≦＞＜>=<]*[\u4e00-\u9fff][^≥≤≧≦＞＜>=<]*?)[-—–－,;:/|_(]*([≥≤≧≦＞＜>=<].*)$/;

/** A value without a comparison, behind a colon or comma or in brackets: 合格率:95%, 验收(是). */
const BARE_VALUE = /^(.+?)(?:[:,;](?!$)|[-—–－/|_](?=\d)|\((?=.*\)$))(\d[^()]*|优良?|是|[^:,;()]{1,12})\)?$/;
