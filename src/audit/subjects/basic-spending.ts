import { type Figure, figureOf } from '../figures/figure.js';
import type { FormEntry, FormSubject } from './subject.js';

/** 基本支出 of the whole form, printed as such or as one of its tasks. */
export function basicSpending({ disclosure, form, reading }: FormSubject, whole: FormEntry): Figure | null {
  const line = whole.budgets.find(
    ({ axis, category, horizon }) =>
      axis === 'expenditure' && category === '基本支出' && horizon === 'annual',
  );
  if (line) return figureOf('基本支出', line.money, line.evidence, reading);
  const task = disclosure.disclosure.workPlan.find(
    (item) =>
      item.form === form.index && /^[\d、.\s]*(基本履职|基本支出|人员经费|保障人员经费)/.test(item.item),
  );
  const evidence = task?.evidence.money ?? task?.evidence.item;
  return task?.money && evidence ? figureOf(task.item, task.money, evidence, reading) : null;
}
