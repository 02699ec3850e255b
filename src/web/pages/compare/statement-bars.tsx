import type { FC } from 'hono/jsx';
import { STAGE_TITLES } from '../../../model/facts/stages.js';
import type { ComparedStatement } from '../../../model/statement-comparison.js';
import { showYuan } from '../../../report/show-money.js';
import { valueLink } from '../../links.js';
import { BarChart, type ChartBar } from '../../parts/bar-chart.js';
import { showAmount, showListed } from '../../parts/format-figures.js';

/**
 * The first line of statements, and what it is per head where that is known, each year and stage by itself, the largest first;
 * where each year and stage has but one, all of them in their order.
 */
export const StatementBars: FC<{
  rows: readonly ComparedStatement[];
  /** Of the kind of statement, and of its first line. */
  title: string;
  total: string;
}> = ({ rows, title, total }) => {
  const drawn = rows.filter(({ figures }) => figures[0]);
  const editions = [...new Set(drawn.map(editionOf))].sort().reverse();
  const shared = editions
    .map((edition) => ({ edition, own: drawn.filter((row) => editionOf(row) === edition) }))
    .filter(({ own }) => own.length > 1);
  if (shared.length === 0 && drawn.length > 1) {
    const bars = drawn.flatMap((row) => totalBar(row, `${whose(row)} ${editionOf(row)}`));
    return <BarChart title={`${title}：${total}（万元）`} bars={bars} />;
  }
  return (
    <>
      {shared.map(({ edition, own }) => {
        const heads = largestFirst(own.flatMap(headBar));
        return (
          <div class="beside">
            <BarChart
              title={`${edition}${title}：${total}（万元）`}
              bars={largestFirst(own.flatMap((row) => totalBar(row, whose(row))))}
            />
            {heads.length > 1 && <BarChart title={`${edition}${title}：人均${total}（元）`} bars={heads} />}
          </div>
        );
      })}
    </>
  );
};

const editionOf = ({ year, stage }: ComparedStatement): string =>
  `${year === null ? '年度未定' : `${year} 年`}${STAGE_TITLES[stage]}`;

const largestFirst = (bars: readonly ChartBar[]): ChartBar[] => bars.toSorted((a, b) => b.value - a.value);

const whose = ({ region, departmentKey, department }: ComparedStatement): string =>
  `${region ?? '地区未定'} ${showListed(departmentKey ?? department) || '部门未定'}`;

const totalBar = (row: ComparedStatement, label: string): ChartBar[] => {
  const [total] = row.figures;
  return total
    ? [{ label, value: total.fen, shown: showAmount(total.fen), link: valueLink('t', total.id) }]
    : [];
};

const headBar = (row: ComparedStatement): ChartBar[] =>
  row.perHeadFen === null || row.persons === null
    ? []
    : [
        {
          label: whose(row),
          value: row.perHeadFen,
          shown: showYuan(row.perHeadFen),
          link: `/values/${row.persons.row}`,
        },
      ];
