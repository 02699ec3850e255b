import type { Direction } from '../../src/model/statement.js';

/** What an amount is compared with: 比上年, 较2025年预算数, 与2023年度决算数相比, 同比. */
const REFERENCE = (() => {
  const year = '(?:20\\d{2}年?度?|(?:上一?|去|前)年度?)(?:的|同期|同口径)?';
  const amount =
    '(?:年初|调整后?|全年|当年|部门|单位)?(?:预算|决算|执行|批复|收入|支出|安排)+(?:数额?|金额|情况|口径)?';
  return `(?:同比|(?:比|较|与|同|和)(?:${year}(?:${amount})?|${amount}))(?:相比|比较|对比)?`;
})();

const UP = '增加|增长|上升|提高|上涨|上调|调增|追加|扩大|增幅|增';
const DOWN = '减少|下降|降低|压减|压缩|核减|调减|下调|缩减|削减|降幅|减';
const ADVERB = '(?:各|均|共|净|将|实际|总体|整体|略|有所)';
const CHANGE = new RegExp(
  `${ADVERB}?(?:(?<up>${UP})|(?<down>${DOWN}))(?:了|额|率|幅度?|比例|数|比)?(?:为|是)?$`,
);
const TEMPLATE =
  /(?:增加|增长|上升)[（/、或](?:减少|下降|降低)|(?:减少|下降|降低)[（/、或](?:增加|增长|上升)/;
const REFERENCE_AT_END = new RegExp(`${REFERENCE}$`);
const ONLY_REFERENCE = new RegExp(`^${REFERENCE}$`);
const NO_CHANGE =
  '(?:持平|一致|相同|不变|(?:无|没有|未发生|未有|没有发生)(?:任何)?(?:增减)?(?:变化|变动|增减))';
const SAME = new RegExp(`${REFERENCE}(?:均|保持|总体|完全)*${NO_CHANGE}`);

/** A lead that compares: the words before it, whether it says with what, and the direction of its word. */
export interface Comparison {
  subject: string;
  hasReference: boolean;
  direction: Direction;
}

/** A plain text that leads to a difference or a rate of change: 比上年增加, 收入较去年减少, 增长. Null where it leads to another figure. */
export function readComparison(text: string): Comparison | null {
  const found = CHANGE.exec(text);
  if (!found || TEMPLATE.test(text)) return null;
  const before = text.slice(0, found.index);
  const reference = REFERENCE_AT_END.exec(before);
  return {
    subject: reference ? before.slice(0, reference.index) : before,
    hasReference: reference !== null,
    direction: found.groups?.up ? 'up' : 'down',
  };
}

/** A plain text that states no change: 与上年持平, 较上年无增减; null for what is only about the same (基本持平). */
export function readSameness(text: string): { subject: string } | null {
  if (/不(?:一致|相同|持平)|基本|大致|原因/.test(text)) return null;
  const found = SAME.exec(text);
  return found ? { subject: text.slice(0, found.index) } : null;
}

/** 与2023年相比, alone. */
export const isReference = (text: string): boolean => text.length > 1 && ONLY_REFERENCE.test(text);

const SHARE = /约?占(?:比|[^占，。；]{0,24})?(?:约?为|是|达)?$/;
const COMPLETION =
  /(?:(?:完成|为|是|达到|占|相当于)了?(?:当年|全年|年初|调整|本年)*预算(?:数|总额)?的|(?:预算)?(?:完成|执行)率(?:为|达|是)?)$/;

/** What a percentage is of, by the words before it; null where that is not said. */
export function readShare(text: string): { of: 'share' | 'completion'; subject: string } | null {
  const completion = COMPLETION.exec(text);
  if (completion) return { of: 'completion', subject: text.slice(0, completion.index) };
  const share = SHARE.exec(text);
  return share ? { of: 'share', subject: text.slice(0, share.index) } : null;
}
