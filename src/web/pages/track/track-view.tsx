import type { FC } from 'hono/jsx';
import type { DepartmentSummary, DepartmentTrack, RegionTrack, Track } from '../../../model/track.js';
import { summaryWords } from '../../../report/track/track-titles.js';
import { pageLink } from '../../links.js';
import type { ListQuery } from '../../list-query.js';
import { DataTable, type TableColumn } from '../../parts/data-table.js';
import { EmptyState } from '../../parts/empty-state.js';
import { showCount, showListed, showRegion } from '../../parts/format-figures.js';
import { PageFrame } from '../../parts/page-frame.js';
import type { Site } from '../../site.js';
import { TrackedProjectSection } from './tracked-project.js';

/** Departments listed of a region, and projects of a department. */
const MOST = 300;

/** Promise and result: of a department project by project, of a region in numbers. */
export const TrackView: FC<{ site: Site; query: ListQuery; track: Track | null }> = ({
  site,
  query,
  track,
}) => (
  <PageFrame
    site={site}
    title={track === null ? '目标与结果' : `目标与结果：${titleOf(track)}`}
    section="/track"
    styles={['track.css']}
  >
    <search>
      <form class="fields" action="/track" aria-label="哪个部门或地区">
        <label>
          地区
          <input name="region" value={query.given.region} placeholder="如 石峰区、湖南省" />
        </label>
        <label>
          部门
          <input name="department" value={query.given.department} placeholder="如 信访局；不写看全地区" />
        </label>
        <button type="submit">看目标与结果</button>
      </form>
    </search>
    {track === null ? (
      <EmptyState>
        写一个地区和一个部门，看各项目承诺了什么、自评报告了什么、下一年又承诺什么；只写地区，看各部门完成的条数。
      </EmptyState>
    ) : track.kind === 'region' ? (
      <Region track={track} />
    ) : (
      <Department track={track} />
    )}
  </PageFrame>
);

const titleOf = (track: Track): string =>
  track.kind === 'region'
    ? track.title
    : [
        ...(track.region === null ? [] : [track.region]),
        track.department,
        ...(track.project === null ? [] : [track.project]),
      ].join(' ');

const Department: FC<{ track: DepartmentTrack }> = ({ track: { summaries, projects } }) => {
  if (projects.length === 0) return <EmptyState>库中没有它带年度的项目或指标。</EmptyState>;
  return (
    <>
      <dl class="year-sums">
        {summaries.map(({ year, ...summary }) => (
          <div>
            <dt>{year} 年</dt>
            <dd>{summaryWords(summary)}。</dd>
          </div>
        ))}
      </dl>
      <p class="soft">
        各年的项目、指标按编码与名称对应，标“存疑”的请对照原文；完成与否只是把印出的完成值与承诺的指标值相比。
      </p>
      {projects.slice(0, MOST).map((project) => (
        <TrackedProjectSection project={project} />
      ))}
      {projects.length > MOST && (
        <p class="notice">
          另有 {showCount(projects.length - MOST)} 个项目没有列出；请用 mingzhang track 导出全部。
        </p>
      )}
    </>
  );
};

const Region: FC<{ track: RegionTrack }> = ({ track: { departments, total } }) => {
  if (departments.length === 0) return <EmptyState>库中没有这里带年度的指标。</EmptyState>;
  return (
    <>
      <p>{summaryWords(total)}。</p>
      <DataTable<DepartmentSummary>
        caption="各部门的目标与结果"
        rows={departments.slice(0, MOST)}
        columns={COLUMNS}
      />
      {departments.length > MOST && (
        <p class="notice">
          另有 {showCount(departments.length - MOST)} 行没有列出；请缩小地区，或用 mingzhang track 导出全部。
        </p>
      )}
    </>
  );
};

const number = (
  title: string,
  value: (row: DepartmentSummary) => number,
): TableColumn<DepartmentSummary> => ({
  title,
  number: true,
  cell: (row) => showCount(value(row)),
});

const COLUMNS: readonly TableColumn<DepartmentSummary>[] = [
  { title: '地区', cell: showRegion },
  {
    title: '部门',
    head: true,
    cell: ({ region, regionCode, department, departmentKey }) => (
      <a href={pageLink('/track', { region: regionCode ?? region, department: departmentKey ?? department })}>
        {showListed(department)}
      </a>
    ),
  },
  { title: '年度', whole: true, cell: ({ year }) => year ?? '未定' },
  number('承诺', ({ promised }) => promised),
  number('有自评', ({ evaluated }) => evaluated),
  number('有完成值', ({ reported }) => reported),
  number('可比', ({ comparable }) => comparable),
  number('完成', ({ kept }) => kept),
  number('大幅优于目标', ({ exceeded }) => exceeded),
  number('未完成', ({ missed }) => missed),
  number('指标值改变', ({ changed }) => changed),
  number('自评中没有', ({ dropped }) => dropped),
];
