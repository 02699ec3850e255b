import type { FC } from 'hono/jsx';
import { AXIS_TITLES } from '../../../model/disclosure.js';
import { showShare } from '../../../report/show-share.js';
import { valueLink } from '../../links.js';
import { BarChart } from '../../parts/bar-chart.js';
import { showAmount, showListed } from '../../parts/format-figures.js';
import { nameBudgetLines } from '../../parts/name-budget-lines.js';
import type { BudgetRow } from './read-edition.js';

const AXES = Object.keys(AXIS_TITLES);

/** The budget of a department by every axis it prints, each figure with its source. */
export const BudgetChart: FC<{ budgets: readonly BudgetRow[] }> = ({ budgets }) => {
  const sorted = [...budgets].sort((a, b) => AXES.indexOf(a.axis) - AXES.indexOf(b.axis) || a.id - b.id);
  const nameOf = nameBudgetLines(sorted);
  const total = sorted.find(
    ({ axis, horizon, scope }) => axis === 'total' && horizon === 'annual' && scope === 'own',
  );
  return (
    <div class="beside">
      <BarChart
        title="预算构成（万元）"
        bars={sorted.flatMap((line) =>
          line.amount_fen === null
            ? []
            : [
                {
                  label: nameOf(line),
                  value: line.amount_fen,
                  shown: showAmount(line.amount_fen),
                  link: valueLink('b', line.id),
                },
              ],
        )}
      />
      <table>
        <thead>
          <tr>
            <th scope="col">类别</th>
            <th scope="col" class="number">
              金额（万元）
            </th>
            <th scope="col" class="number">
              占资金总额
            </th>
            <th scope="col">口径</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((line) => (
            <tr>
              <th scope="row">{nameOf(line)}</th>
              <td class="number">
                <a href={valueLink('b', line.id)}>
                  {line.amount_fen === null
                    ? showListed(line.printed) || '（空白）'
                    : showAmount(line.amount_fen)}
                </a>
              </td>
              <td class="number">{shareOf(line, total)}</td>
              <td>{AXIS_TITLES[line.axis]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Of the year's own total, to one decimal; nothing for figures of another horizon or scope. */
function shareOf({ amount_fen: fen, horizon, scope }: BudgetRow, total: BudgetRow | undefined): string {
  if (fen === null || !total?.amount_fen || horizon !== total.horizon || scope !== total.scope) return '';
  return showShare(fen, total.amount_fen) ?? '';
}
