import type { Child, FC } from 'hono/jsx';
import { STAGE_TITLES } from '../../../model/facts/stages.js';
import type { Edition, Trend, TrendChange } from '../../../model/trend.js';
import { CHANGE_TITLES } from '../../../model/trend.js';
import { projectLink, valueLink } from '../../links.js';
import { DataTable } from '../../parts/data-table.js';
import { showAmount, showCount, showListed } from '../../parts/format-figures.js';

const LINES: readonly { title: string; figure: (edition: Edition) => string }[] = [
  { title: '资金总额（万元）', figure: ({ totalFen }) => showAmount(totalFen) },
  { title: '项目数', figure: ({ projects }) => showCount(projects) },
  { title: '项目金额合计（万元）', figure: ({ projectsFen }) => showAmount(projectsFen) },
  { title: '指标数', figure: ({ indicators }) => showCount(indicators) },
];

/** Changes shown; the others are in the indicators and texts themselves. */
const SHOWN = 200;

/** A column per year, then what came, went, changed or was taken over from one year to the next. */
export const YearsSideBySide: FC<{ trend: Trend }> = ({ trend: { editions, changes } }) => {
  const told = changes.filter(
    ({ of, change }) => change !== 'same' && (of !== 'total' || change === 'changed'),
  );
  return (
    <>
      <DataTable
        caption="历年对照"
        columns={[
          { title: '', head: true, cell: (line) => line.title },
          ...editions.map((edition) => ({
            title: `${edition.year} 年${STAGE_TITLES[edition.stage]}`,
            number: true,
            cell: (line: (typeof LINES)[number]) => line.figure(edition),
          })),
        ]}
        rows={LINES}
      />
      {told.length > 0 && (
        <details>
          <summary>各年之间的变化（{showCount(told.length)} 处）</summary>
          <DataTable
            caption="各年之间的变化"
            columns={[
              { title: '年度', whole: true, cell: ({ yearBefore, year }) => `${yearBefore} → ${year}` },
              { title: '变化', whole: true, cell: ({ change }) => CHANGE_TITLES[change] },
              { title: '名称', head: true, cell: nameOf },
              { title: '上一年', cell: ({ before }) => showListed(before) },
              { title: '这一年', cell: ({ after }) => showListed(after) },
              {
                title: '增减（万元）',
                number: true,
                cell: ({ differenceFen }) => showAmount(differenceFen),
              },
            ]}
            rows={told.slice(0, SHOWN)}
          />
          {told.length > SHOWN && <p class="soft">只列前 {SHOWN} 处；全部见 mingzhang trend。</p>}
        </details>
      )}
    </>
  );
};

function nameOf({ name, nameBefore, row, project }: TrendChange): Child {
  const shown = `${showListed(name)}${nameBefore === null ? '' : `（原 ${showListed(nameBefore)}）`}`;
  const [, letter, digits] = /^([pi])(\d+)$/.exec(row ?? '') ?? [];
  const href =
    letter === 'p' ? projectLink(Number(digits)) : letter === 'i' ? valueLink('i', Number(digits)) : null;
  return (
    <>
      {href === null ? shown : <a href={href}>{shown}</a>}
      {project !== null && letter === 'i' && <span class="soft">　{showListed(project)}</span>}
    </>
  );
}
