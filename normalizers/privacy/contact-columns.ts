import type { Cell } from '../../src/model/grid.js';
import { type ContactLabel, contactLabel } from './contact-label.js';
import { isPersonName } from './is-person-name.js';
import { LABELLED_PHONE } from './phone-patterns.js';
import { privacyWords } from './privacy-words.js';

/**
 * The cells that stand under a contact label which heads a column (序号 | 单位 | 联系人 | 联系电话), each with that label. The column
 * reaches down as long as its cells are as wide as the heading and are no labels of the form, and counts only if half of
 * them hold a name or a number: under 项目名称 | 某项目 | 联系人 | 张三 stand other labels and values.
 */
export function contactColumns(rows: ReadonlyMap<number, readonly Cell[]>): Map<Cell, ContactLabel> {
  const found = new Map<Cell, ContactLabel>();
  const open = new Map<number, Column>();
  const close = ({ heading, label, cells }: Column) => {
    open.delete(heading.column);
    const contacts = cells.filter(({ text }) => isContact(text, label));
    if (contacts.length * 2 >= cells.length) for (const cell of cells) found.set(cell, label);
  };
  for (const [number, row] of [...rows].sort(([a], [b]) => a - b)) {
    for (const column of [...open.values()]) {
      const { heading, cells } = column;
      if (number < heading.row + heading.rowSpan) continue;
      const cell = row.find(
        (one) => one.column <= heading.column && heading.column < one.column + one.colSpan,
      );
      if (!cell) continue;
      const fits = cell.column === heading.column && cell.colSpan === heading.colSpan;
      if (!fits || isFormLabel(cell.text)) close(column);
      else if (cell.text.trim() !== '') cells.push(cell);
    }
    for (const { cell, label } of headingsOf(row)) {
      if (!open.has(cell.column)) open.set(cell.column, { heading: cell, label, cells: [] });
    }
  }
  for (const column of [...open.values()]) close(column);
  return found;
}

interface Column {
  heading: Cell;
  label: ContactLabel;
  /** Filled cells under it. */
  cells: Cell[];
}

/** A row of three headings and more, none of which ends in a colon. */
function headingsOf(row: readonly Cell[]): { cell: Cell; label: ContactLabel }[] {
  const filled = row.filter(({ text }) => text.trim() !== '');
  if (filled.length < 3 || !filled.every(({ text }) => /^[^\d０-９:：]{1,16}$/.test(text.trim()))) return [];
  return filled.flatMap((cell) => {
    const label = contactLabel(cell.text);
    return label ? [{ cell, label }] : [];
  });
}

/** A name with a surname, or a number behind a label of numbers. */
const isContact = (text: string, label: ContactLabel): boolean =>
  (label.name !== null &&
    text.split(/[、,，/\n（()）]|\s{2,}/).some((part) => isPersonName(part.replace(/\s+/g, ''), true))) ||
  (label.phone && new RegExp(LABELLED_PHONE).test(text));

/** 三级指标, 实施单位; not 预算科, which may be responsible. */
function isFormLabel(text: string): boolean {
  const { formWords, officeEndings } = privacyWords();
  const plain = text.replace(/\s+/g, '');
  return (
    formWords.some((word) => plain.includes(word)) &&
    !officeEndings.some((end) => end.length === 1 && plain.endsWith(end))
  );
}
