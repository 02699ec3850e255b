import type { HeaderType } from '../form/form.js';
import type { TableType } from '../rows/table-type.js';
import { budgets } from './budgets/budgets.js';
import { costs } from './costs/costs.js';
import { execution } from './execution/execution.js';
import { indicators } from './indicators/indicators.js';
import { projects } from './projects/projects.js';
import { workPlan } from './work-plan/work-plan.js';

/** Every type of table. Of two whose header a row may be, the first; parts of forms are merged in this order. */
export const TABLE_TYPES: readonly TableType[] = [indicators, workPlan, execution, costs, projects, budgets];

const byType = new Map(TABLE_TYPES.map((each) => [each.type, each]));

/** @throws Error where a type is not in the list above */
export function tableTypeOf(type: HeaderType): TableType {
  const found = byType.get(type);
  if (!found) throw new Error(`没有这一类表：${type}`);
  return found;
}
