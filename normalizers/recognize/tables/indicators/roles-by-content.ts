import type { FormColumn } from '../../form/form.js';
import type { Slots } from '../../form/slots.js';
import { compact } from '../../words/label-text.js';
import { level1Of, level2Of, rolesOf } from '../../words/vocabulary.js';

const MOST_READ = 12;

/**
 * Columns whose label leaves open what they hold (指标类型, 指标性质) are told by the cells below: names of levels make a level,
 * kinds (约束性, 共性指标) are neither a level nor an operator. The first rows decide; where they hold neither the label does.
 */
export function rolesByContent(
  columns: FormColumn[],
  slots: Slots,
  bottom: number,
  lastRow: number,
): FormColumn[] {
  const taken = new Set(columns.flatMap((column) => (isOpen(column) ? [] : [column.role])));
  return columns.map((column) => {
    if (!isOpen(column)) return column;
    const role = roleOf(column, textsUnder(column, slots, bottom, lastRow), taken);
    taken.add(role);
    return role === column.role ? column : { ...column, role, set: 0 };
  });
}

function roleOf(
  { role }: FormColumn,
  texts: readonly string[],
  taken: ReadonlySet<string>,
): FormColumn['role'] {
  const most = (test: (text: string) => boolean) => texts.filter(test).length * 2 > texts.length;
  if (most(isLevel)) {
    const wanted = most((text) => level1Of(text) === undefined) ? 'indicator.level2' : 'indicator.level1';
    return ([wanted, 'indicator.level2'] as const).find((level) => !taken.has(level)) ?? 'indicator.core';
  }
  if (most((text) => KIND.test(text))) return 'indicator.core';
  return role === 'indicator.level1' && most(isOperator) ? 'indicator.operator' : role;
}

/** Labels that the vocabulary gives both meanings. */
const isOpen = ({ role, label }: FormColumn): boolean =>
  /^indicator\.(level1|operator|core)$/.test(role) &&
  rolesOf(label.split('·').at(-1) ?? '').includes('indicator.operator');

function textsUnder({ from }: FormColumn, slots: Slots, bottom: number, lastRow: number): string[] {
  const texts: string[] = [];
  for (let row = bottom + 1; row <= lastRow && texts.length < MOST_READ; row++) {
    const cell = slots[row - 1]?.[from - 1];
    if (cell?.row === row && cell.text.trim() !== '') texts.push(compact(cell.text));
  }
  return texts;
}

const isLevel = (text: string): boolean => level1Of(text) !== undefined || level2Of(text) !== undefined;

const isOperator = (text: string): boolean =>
  /^[≥≤<>=≧≦﹦═≈+-]+$|^(大于|小于|等于|不低于|不高于|不少于|不超过|定量|定性|正向|反向|逆向)/.test(text);

/** 约束性, 预期性指标, 共性, 个性指标: not 定性. */
const KIND = /^(约束性|预期性|引导性|共性|个性|通用|专用|核心|一般|重点|常规)(指标)?$/;
