import type { BudgetLine } from '../../model/disclosure.js';
import { BUDGET_SCOPE_TITLES, HORIZON_TITLES } from '../../model/disclosure.js';
import { showListed } from './format-figures.js';

type NamedLine = Pick<BudgetLine, 'category' | 'horizon' | 'scope'>;

/**
 * Names lines that stand in one list, `资金总额（本级）`: the horizon and the scope are said of every line where the list has
 * more than one of them, and always where they are not the usual ones, 年度 and 本级.
 */
export function nameBudgetLines(lines: readonly NamedLine[]): (line: NamedLine) => string {
  const isMixed = (mark: 'horizon' | 'scope'): boolean => new Set(lines.map((line) => line[mark])).size > 1;
  const [saysHorizon, saysScope] = [isMixed('horizon'), isMixed('scope')];
  return ({ category, horizon, scope }) => {
    const marks = [
      ...(saysHorizon || horizon !== 'annual' ? [HORIZON_TITLES[horizon]] : []),
      ...(saysScope || scope !== 'own' ? [BUDGET_SCOPE_TITLES[scope]] : []),
    ];
    return `${showListed(category)}${marks.length > 0 ? `（${marks.join('、')}）` : ''}`;
  };
}
