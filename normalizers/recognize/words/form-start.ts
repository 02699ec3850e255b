import type { Cell } from '../../../src/model/grid.js';
import { fieldOf, labelText } from './vocabulary.js';

/** Fields whose label is the first of a form. */
export const BEGINS_FORM: ReadonlySet<string> = new Set(['project.name', 'department.name']);

/** 项目名称 | 某项目: the first labels of a form, with a value beside, not another column label. */
export function startsForm(cells: readonly Cell[]): boolean {
  const [first, second] = cells;
  if (!first || !second) return false;
  const fieldIn = ({ text }: Cell) => fieldOf(labelText(text).core)?.field;
  return BEGINS_FORM.has(fieldIn(first) ?? '') && fieldIn(second) === undefined;
}
