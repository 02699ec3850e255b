import type { FC } from 'hono/jsx';
import type { FoundProjects } from '../../../app/compare-nearest.js';
import {
  type ComparedProject,
  OUTLIERS_TOLD,
  type ProjectGroup,
  type ProjectRow,
} from '../../../model/comparison.js';
import { barsOfProjects, type ProjectBar } from '../../../report/compare/bars-of-projects.js';
import { describeLikeness } from '../../../report/compare/describe-likeness.js';
import { spreadOfAmounts } from '../../../report/compare/spread-line.js';
import { departmentLink, projectLink } from '../../links.js';
import { BarChart } from '../../parts/bar-chart.js';
import { DataTable } from '../../parts/data-table.js';
import { EmptyState } from '../../parts/empty-state.js';
import { showAmount, showListed, showRegion } from '../../parts/format-figures.js';

/** Fewer amounts have no middle worth naming. */
const SPREAD_OF = 3;

/** Projects that are the same thing, group by group with a chart, then those without their like. */
export const AmountGroups: FC<{ found: FoundProjects }> = ({ found: { groups, mentions, topic } }) => {
  const shared = groups.filter(({ projects }) => projects.length > 1);
  const singles = groups.filter(({ projects }) => projects.length === 1).flatMap(({ projects }) => projects);
  if (groups.length + mentions.length === 0) {
    return <EmptyState>库中没有有关“{topic}”的项目。可以换个说法，或去掉地区、年度、部门再试。</EmptyState>;
  }
  return (
    <>
      {shared.map((group) => (
        <AmountGroup group={group} />
      ))}
      {singles.length > 0 && <Projects title="没有同类的项目" rows={singles} />}
      {mentions.length > 0 && <Projects title={`目标或用途中提到“${topic}”的项目`} rows={mentions} />}
    </>
  );
};

const AmountGroup: FC<{ group: ProjectGroup }> = ({ group }) => {
  const hasSpread = (group.amounts?.count ?? 0) >= SPREAD_OF;
  const { bars, median } = barsOfProjects(group);
  return (
    <section>
      <h2>{group.name}</h2>
      {hasSpread && <p>{spreadOfAmounts(group)}</p>}
      <div class="beside">
        <BarChart
          title={`${group.name}：金额（万元）`}
          bars={bars.map(({ project, fen, isPale, isOutlier }) => ({
            label: labelOf(project, group.name),
            value: fen,
            shown: showAmount(fen),
            link: projectLink(project.id),
            isPale,
            isOutlier,
          }))}
          median={median && { value: median.fen, label: median.label }}
          note={noteOn(bars)}
        />
        <AmountTable group={group} hasSpread={hasSpread} />
      </div>
    </section>
  );
};

/** Where and when, and the project where it is not called as its group is. */
const labelOf = ({ region, year, project }: ComparedProject, group: string): string =>
  [region ?? '地区未定', year ?? '年度未定', ...(project === group ? [] : [showListed(project, 24)])].join(
    ' ',
  );

const noteOn = (bars: readonly ProjectBar[]): string | undefined =>
  [
    ...(bars.some(({ isPale }) => isPale) ? ['浅色不计入中位数：不是该地最近一年，或是重复的'] : []),
    ...(bars.some(({ isOutlier }) => isOutlier) ? [OUTLIERS_TOLD] : []),
  ].join('；') || undefined;

const AmountTable: FC<{ group: ProjectGroup; hasSpread: boolean }> = ({ group, hasSpread }) => (
  <section class="wide" aria-label={`${group.name}：各地金额`} tabindex={0}>
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">地区、年度</th>
          <th scope="col" class="number">
            金额（万元）
          </th>
          {hasSpread && (
            <th scope="col" class="number">
              比中位数
            </th>
          )}
          <th scope="col">部门</th>
          <th scope="col">项目</th>
          <th scope="col">归组依据</th>
        </tr>
      </thead>
      <tbody>
        {group.projects.map((project) => (
          <AmountRow project={project} group={group} hasSpread={hasSpread} />
        ))}
      </tbody>
    </table>
  </section>
);

const AmountRow: FC<{ project: ComparedProject; group: ProjectGroup; hasSpread: boolean }> = ({
  project,
  group,
  hasSpread,
}) => (
  <tr>
    <th scope="row">
      {project.region ?? '地区未定'} {project.year ?? ''}
    </th>
    <td class="number" data-title="金额（万元）">
      <a href={projectLink(project.id)}>{showAmount(project.amountFen) || '未填'}</a>
    </td>
    {hasSpread && (
      <td class="number" data-title="比中位数">
        {project.toMedian !== null && `${project.toMedian} 倍`}
        {!project.counted && <span class="soft">（不计入）</span>}
      </td>
    )}
    <td data-title="部门">
      <Department row={project} />
    </td>
    <td data-title="项目">
      <a href={projectLink(project.id)}>{showListed(project.project)}</a>
    </td>
    <td data-title="归组依据">{describeLikeness(project, group)}</td>
  </tr>
);

const Projects: FC<{ title: string; rows: readonly ProjectRow[] }> = ({ title, rows }) => (
  <section>
    <h2>{title}</h2>
    <DataTable
      caption={title}
      rows={rows}
      columns={[
        {
          title: '项目',
          head: true,
          cell: ({ id, project }) => <a href={projectLink(id)}>{showListed(project)}</a>,
        },
        { title: '金额（万元）', number: true, cell: ({ amountFen }) => showAmount(amountFen) || '未填' },
        { title: '地区', cell: (row) => showRegion(row) },
        { title: '年度', whole: true, cell: ({ year }) => year ?? '未定' },
        { title: '部门', cell: (row) => <Department row={row} /> },
        { title: '用途或目标', cell: ({ purpose, annualGoal }) => showListed(purpose ?? annualGoal) },
      ]}
    />
  </section>
);

const Department: FC<{ row: ProjectRow }> = ({ row }) => {
  const link = departmentLink({ ...row, region_code: row.regionCode, department_key: row.departmentKey });
  const name = showListed(row.department) || '部门未定';
  return link === null ? <span>{name}</span> : <a href={link}>{name}</a>;
};
