import type { FC } from 'hono/jsx';
import { STAGE_TITLES } from '../../../model/facts/stages.js';
import type { Edition, Trend, TrendChange } from '../../../model/trend.js';
import { CHANGE_TITLES, TRENDED_TITLES } from '../../../model/trend.js';
import { documentLink, valueLink } from '../../links.js';
import type { ListQuery } from '../../list-query.js';
import { BarChart, type ChartBar } from '../../parts/bar-chart.js';
import { DataTable } from '../../parts/data-table.js';
import { EmptyState } from '../../parts/empty-state.js';
import { showAmount, showCount, showListed } from '../../parts/format-figures.js';
import { PageFrame } from '../../parts/page-frame.js';
import { StageField } from '../../parts/stage-field.js';
import type { Site } from '../../site.js';

/** Changes shown of one year. */
const MOST_CHANGES = 200;

/** A department or project over the years: figures as chart and table, then what came, went and changed. */
export const TrendView: FC<{ site: Site; query: ListQuery; trend: Trend | null }> = ({
  site,
  query,
  trend,
}) => (
  <PageFrame
    site={site}
    title={trend === null ? '历年' : `历年：${titleOf(trend, query)}`}
    section="/compare"
    styles={['compare.css', 'bars.css']}
  >
    <search>
      <form class="fields" action="/trend" aria-label="哪个部门">
        <label>
          地区
          <input name="region" value={query.given.region} required placeholder="如 石峰区" />
        </label>
        <label>
          部门
          <input name="department" value={query.given.department} required placeholder="如 信访局" />
        </label>
        <StageField value={query.filter.stage} blank="每年最早的一个" />
        <button type="submit">看历年</button>
      </form>
    </search>
    {trend === null ? (
      <EmptyState>写一个地区和一个部门，看它历年的资金、项目、指标怎样变化。</EmptyState>
    ) : (
      <Years trend={trend} />
    )}
  </PageFrame>
);

/** Of what was found, else as it was asked. */
const titleOf = ({ region, department, project }: Trend, { given }: ListQuery): string =>
  [
    region ?? given.region ?? '地区未定',
    department ?? given.department ?? '部门未定',
    ...(project === null ? [] : [project]),
  ].join(' ');

const Years: FC<{ trend: Trend }> = ({ trend: { editions, changes } }) => {
  if (editions.length === 0) return <EmptyState>库中没有它带年度的公开内容。</EmptyState>;
  const years = [...new Set(changes.map(({ year }) => year))];
  return (
    <>
      {editions.length === 1 && (
        <p class="notice">库中只有 {editions[0]?.year} 年一个年度，无从比较；导入别的年度后再看。</p>
      )}
      <Editions editions={editions} />
      {years.map((year) => (
        <YearChanges changes={changes.filter((change) => change.year === year)} />
      ))}
    </>
  );
};

const Editions: FC<{ editions: readonly Edition[] }> = ({ editions }) => (
  <>
    <div class="beside">
      <AmountBars title="资金总额（万元）" editions={editions} amount={({ totalFen }) => totalFen} />
      <AmountBars title="项目合计（万元）" editions={editions} amount={({ projectsFen }) => projectsFen} />
    </div>
    <EditionTable editions={editions} />
  </>
);

/** An amount of every year that has it; none where there is but one. */
const AmountBars: FC<{
  title: string;
  editions: readonly Edition[];
  amount: (edition: Edition) => number | null;
}> = ({ title, editions, amount }) => {
  const bars = editions.flatMap((edition): ChartBar[] => {
    const [value, document] = [amount(edition), edition.documents[0]];
    if (value === null) return [];
    return [
      {
        label: `${edition.year} 年${STAGE_TITLES[edition.stage]}`,
        value,
        shown: showAmount(value),
        link: document === undefined ? null : documentLink(document),
      },
    ];
  });
  return bars.length < 2 ? null : <BarChart title={title} bars={bars} />;
};

const EditionTable: FC<{ editions: readonly Edition[] }> = ({ editions }) => (
  <section class="wide" aria-label="各年金额" tabindex={0}>
    <table>
      <thead>
        <tr>
          <th scope="col">年度</th>
          <th scope="col" class="number">
            资金总额
          </th>
          <th scope="col" class="number">
            项目合计
          </th>
          <th scope="col" class="number">
            项目数
          </th>
          <th scope="col" class="number">
            指标数
          </th>
          <th scope="col">阶段</th>
          <th scope="col">文档</th>
        </tr>
      </thead>
      <tbody>
        {editions.map((edition) => (
          <tr>
            <th scope="row">{edition.year}</th>
            <Amount fen={edition.totalFen} document={edition.documents[0]} />
            <Amount fen={edition.projectsFen} document={edition.documents[0]} />
            <td class="number">{showCount(edition.projects)}</td>
            <td class="number">{showCount(edition.indicators)}</td>
            <td>{STAGE_TITLES[edition.stage]}</td>
            <td>
              {edition.documents.map((id) => (
                <>
                  <a href={documentLink(id)}>d{id}</a>{' '}
                </>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const Amount: FC<{ fen: number | null; document: number | undefined }> = ({ fen, document }) => (
  <td class="number">
    {document === undefined || fen === null ? (
      showAmount(fen)
    ) : (
      <a href={documentLink(document)}>{showAmount(fen)}</a>
    )}
  </td>
);

const YearChanges: FC<{ changes: readonly TrendChange[] }> = ({ changes }) => {
  const [first] = changes;
  const shown = changes.filter(
    ({ change, of }) => change !== 'same' && !(of === 'text' && change === 'changed'),
  );
  const same = (of: TrendChange['of']): number =>
    changes.filter((change) => change.of === of && change.change === 'same').length;
  return (
    <section>
      <h2>
        {first?.yearBefore} → {first?.year}
      </h2>
      {shown.length > 0 && (
        <Changes changes={shown.slice(0, MOST_CHANGES)} title={`${first?.year} 年的变化`} />
      )}
      <p class="soft">
        {shown.length > MOST_CHANGES && `另有 ${showCount(shown.length - MOST_CHANGES)} 处变化没有列出。`}
        金额未变的项目 {same('project')}，目标未变的指标 {same('indicator')}。
      </p>
    </section>
  );
};

const Changes: FC<{ changes: readonly TrendChange[]; title: string }> = ({ changes, title }) => (
  <DataTable<TrendChange>
    caption={title}
    rows={changes}
    columns={[
      {
        title: '变化',
        whole: true,
        cell: ({ of, change }) => (
          <span class={`change-${change}`}>
            {TRENDED_TITLES[of]}
            <b>{CHANGE_TITLES[change]}</b>
          </span>
        ),
      },
      { title: '项目', cell: ({ project }) => showListed(project) || '（整个部门）' },
      { title: '名称', cell: (change) => <Name change={change} /> },
      { title: '上一年', cell: ({ before }) => showListed(before) },
      { title: '这一年', cell: ({ after }) => showListed(after) },
      {
        title: '增减（万元）',
        number: true,
        cell: ({ differenceFen: fen }) => fen !== null && `${fen > 0 ? '+' : ''}${showAmount(fen)}`,
      },
    ]}
  />
);

const Name: FC<{ change: TrendChange }> = ({ change: { name, nameBefore, row } }) => {
  const [, letter, id] = /^([pib])(\d+)$/.exec(row ?? '') ?? [];
  const shown = `${showListed(name)}${nameBefore === null ? '' : `（原 ${showListed(nameBefore)}）`}`;
  if (letter === undefined) return <span>{shown}</span>;
  return <a href={valueLink(letter as 'p' | 'i' | 'b', Number(id))}>{shown}</a>;
};
