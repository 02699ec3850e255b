import type { WorkPlanItem } from '../../../../src/model/disclosure.js';
import type { WorkRow } from '../../form/form.js';
import { evidenceOfCells, textOf } from '../../values/evidence.js';
import { type MoneyUnits, moneyAt } from '../../values/money-of.js';
import { isNothing, isTotalLabel } from '../../words/cell-kinds.js';
import { budgetOf, labelText } from '../../words/vocabulary.js';

/** The tasks of a work plan; rows without task, goal and amount are none. */
export const assembleWorkPlan = (rows: readonly WorkRow[], form: number, units: MoneyUnits): WorkPlanItem[] =>
  rows.flatMap((row) => {
    const evidence: WorkPlanItem['evidence'] = {};
    for (const [role, cells] of Object.entries(row.cells)) {
      const found = evidenceOfCells(cells);
      if (found) evidence[role.replace('work.', '')] = found;
    }
    const item = textOf(row.cells['work.item']);
    const goal =
      [row.cells['work.content'], row.cells['work.goal']]
        .flatMap((cells) => textOf(cells) ?? [])
        .join('；') || null;
    const actual = textOf(row.cells['work.actual']);
    if (!item && !goal && !actual && row.amounts.length === 0) return [];
    const amounts = row.amounts.map(({ label, at }) => moneyAt(at, at.cell.text, label, units));
    const total = amounts.find(({ label }) => isTotalColumn(label)) ?? amounts[amounts.length - 1];
    const money = total && (amounts.length === 1 || isTotalColumn(total.label)) ? total.money : null;
    const office = textOf(row.cells['work.office']);
    const deviation = textOf(row.cells['indicator.deviation']);
    return [
      {
        form,
        item: item ?? '',
        office,
        goal,
        ...(actual === null ? {} : { actual }),
        ...(deviation === null || isNothing(deviation) ? {} : { deviation }),
        money,
        amounts,
        evidence,
      },
    ];
  });

/** 拟安排的资金额度·总额: the column of the whole amount. */
const isTotalColumn = (label: string): boolean =>
  label.split('·').some((part) => budgetOf(labelText(part).core)?.axis === 'total' || isTotalLabel(part));
