import type { CostLine, MoneyAt } from '../../../../src/model/disclosure.js';
import { parseCalculation } from '../../../parse/calculation/parse-calculation.js';
import type { CostTableRow, RecognizedForm } from '../../form/form.js';
import type { CellAt } from '../../form/ledger.js';
import type { Owner } from '../../rows/table-type.js';
import { evidenceOfCells, textOf } from '../../values/evidence.js';
import { type MoneyUnits, moneyAt } from '../../values/money-of.js';

/** Cost lines with their calculation; the category carries down over blank or merged cells. */
export function assembleCosts(
  rows: readonly CostTableRow[],
  owner: Owner,
  firstId: number,
  units: MoneyUnits,
): CostLine[] {
  let category: CellAt[] | undefined;
  return rows
    .filter((row) => row.kind === 'line')
    .map((row, i) => {
      category = row.cells['cost.category'] ?? category;
      const amount = row.amount
        ? moneyAt(row.amount.at, row.amount.at.cell.text, row.amount.label, units)
        : null;
      const calculation = textOf(row.cells['cost.calculation']);
      const evidence: CostLine['evidence'] = {};
      const put = (key: string, cells: CellAt[] | undefined) => {
        const found = evidenceOfCells(cells);
        if (found) evidence[key] = found;
      };
      put('category', category);
      put('item', row.cells['cost.item']);
      put('calculation', row.cells['cost.calculation']);
      if (amount) evidence.money = amount.evidence;
      return {
        id: firstId + i,
        ...owner,
        category: textOf(category),
        item: textOf(row.cells['cost.item']),
        money: amount?.money ?? null,
        calculation,
        parsed: calculation
          ? parseCalculation(calculation, {
              amountFen: amount?.money.fen ?? null,
              moneyUnit: amount?.money.unit ?? units.caption,
            })
          : null,
        evidence,
      };
    });
}

/** The printed 合计 of the lines. */
export function costTotalOf(form: RecognizedForm, units: MoneyUnits): MoneyAt | null {
  const row = form.costs.find((cost) => cost.kind === 'total');
  return row?.amount ? moneyAt(row.amount.at, row.amount.at.cell.text, row.amount.label, units) : null;
}
