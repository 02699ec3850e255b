import type { RowReading } from '../../form/row-reading.js';
import { startingCells } from '../../form/slots.js';
import { compact } from '../../words/label-text.js';
import { labelText } from '../../words/vocabulary.js';

const PLAN_LABEL = /^(资金)?(支出|使用|用款)计划$/;
const STEP = /^\d{1,2}月(底|末|前)?$|^[一二三四1-4]季度$|^第[一二三四]季度$|^(上|下)半年$/;

/** 资金支出计划（%） | 3月底 | 6月底 …, shares in the row below. Returns the first row after it, 0 when there is none here. */
export function readPlan({ form, ledger, slots, lastRow }: RowReading, row: number): number {
  const cells = startingCells(slots, row);
  const label = cells[0];
  if (!label || !PLAN_LABEL.test(labelText(label.text).core)) return 0;
  const steps = cells.filter((cell) => STEP.test(compact(cell.text)));
  if (steps.length < 2 || row + 1 > lastRow) return 0;
  ledger.label(label);
  for (const step of steps) {
    ledger.label(step);
    const share = slots[row]?.[step.column - 1];
    if (!share || share.row !== row + 1) continue;
    ledger.field(share, 'plan.share');
    form.plans.push({ step: ledger.at(step), share: ledger.at(share) });
  }
  return row + 2;
}
