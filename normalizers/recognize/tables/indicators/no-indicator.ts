import type { Cell } from '../../../../src/model/grid.js';
import type { CellAt, Ledger } from '../../form/ledger.js';
import { isBlankName, isTemplateText } from '../../words/cell-kinds.js';

/**
 * Sets aside the cells of a row that has a name cell and is no indicator: the blank form's own text (指标1：), blank marks in
 * the place of name and target (/ | /). False where the row may be an indicator.
 */
export function setAsideNoIndicator(
  ledger: Ledger,
  name: Cell,
  values: readonly CellAt[],
  others: readonly CellAt[],
): boolean {
  if (isTemplateText(name.text)) {
    ledger.setAside(name, 'template-text');
    for (const { cell } of values) if (isTemplateText(cell.text)) ledger.setAside(cell, 'template-text');
    return true;
  }
  if (!isBlankName(name.text) || !values.every(({ cell }) => isBlankName(cell.text))) return false;
  ledger.setAside(name, 'blank-mark');
  for (const { cell } of [...values, ...others]) {
    if (isBlankName(cell.text)) ledger.setAside(cell, 'blank-mark');
  }
  return true;
}
