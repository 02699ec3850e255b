import { type Diagnostic, FORM_NOT_RECOGNIZED } from '../../../src/model/diagnostic.js';
import { tableTypeOf } from '../tables/table-types.js';
import { type NearestHeader, nearestHeader } from './nearest-header.js';
import type { Suspicion, UnreadRows } from './unread-grids.js';
import type { UnreadText } from './unread-text.js';

const WHY: Record<Suspicion, string> = {
  words: '有绩效表的用词，不属于任何认出的绩效表',
  title: '在绩效表的标题之下，不属于任何认出的绩效表',
  continues: '像是接着前一张绩效表的指标行，没有接上',
  'left-over': '与一张绩效表同在一个表格里，没有读',
  'in-one-cell': '的指标写在一个单元格里，没有读出',
};

const MOST_LABELS = 8;
const LONGEST_QUOTE = 14;

/** What the alarm says of rows of a grid: where, why they look like a form, and how far the recognizer came. */
export function diagnosticOfRows(unread: UnreadRows): Diagnostic {
  const place = unread.rows[0]?.[0]?.place;
  const nearest = unread.why === 'in-one-cell' ? '' : `；${describeNearest(nearestHeader(unread.rows))}`;
  return {
    code: FORM_NOT_RECOGNIZED,
    message: `没有认出的绩效表行：${describeSuspicion(unread)}${nearest}`,
    ...(place ? { place } : {}),
  };
}

/** 第 1–73 行（共 73 行）有绩效表的用词，不属于任何认出的绩效表 */
export function describeSuspicion({ why, rows }: UnreadRows): string {
  const numbers = rows.flatMap((row) => row[0]?.row ?? []);
  const top = numbers[0] ?? 0;
  const bottom = numbers.at(-1) ?? top;
  const range = top === bottom ? `第 ${top} 行` : `第 ${top}–${bottom} 行`;
  return `${range}（共 ${rows.length} 行）${WHY[why]}`;
}

export function diagnosticOfText({ lines }: UnreadText): Diagnostic {
  const place = lines[0]?.place;
  return {
    code: FORM_NOT_RECOGNIZED,
    message: `没有认出的绩效表行：${lines.length} 行文字像一张没有框线的绩效表，没有读成表格：“${quote(lines[0]?.text ?? '')}”起`,
    ...(place ? { place } : {}),
  };
}

/** 最接近的表头是指标表（第 2 行），缺 指标值；不认得的标签：… */
export function describeNearest({ type, row, missing, unknown }: NearestHeader): string {
  const labels = unknown.slice(0, MOST_LABELS).map((label) => `“${quote(label)}”`);
  const named =
    unknown.length > 0
      ? `；不认得的标签：${labels.join('、')}${unknown.length > MOST_LABELS ? ' 等' : ''}`
      : '';
  if (type === null) return `没有认得的表头${named}`;
  const lack = missing.length > 0 ? `缺 ${missing.join('、')}` : '要求的栏目齐全，各行未能按它读';
  return `最接近的表头是${tableTypeOf(type).title}（第 ${row} 行），${lack}${named}`;
}

const quote = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
};
