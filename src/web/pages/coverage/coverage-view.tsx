import type { FC } from 'hono/jsx';
import type { RegionCoverage } from '../../../app/coverage.js';
import type { DepartmentCoverage, PlaceCoverage } from '../../../model/coverage.js';
import { SHORT_FORM_TITLES } from '../../../model/facts/form-kinds.js';
import type { PlaceGroup } from '../../../model/place-map.js';
import { describeForms } from '../../../report/coverage/coverage-text.js';
import { describeLevels } from '../../../report/coverage/describe-levels.js';
import { showShare } from '../../../report/show-share.js';
import { departmentLink, documentLink, pageLink } from '../../links.js';
import type { ListQuery } from '../../list-query.js';
import { DataTable } from '../../parts/data-table.js';
import { EmptyState } from '../../parts/empty-state.js';
import { showCount, showListed } from '../../parts/format-figures.js';
import { PageFrame } from '../../parts/page-frame.js';
import type { PlaceMeasure } from '../../parts/places/measures.js';
import { StageField } from '../../parts/stage-field.js';
import { YearField } from '../../parts/year-field.js';
import type { Site } from '../../site.js';
import { PlacesBelow } from './places-below.js';

interface ViewProps {
  site: Site;
  query: ListQuery;
  /** null: nothing was asked yet, or the store has nothing. */
  coverage: RegionCoverage | null;
  /** Places below the region, by city. */
  groups: readonly PlaceGroup[];
  /** What they are shaded by. */
  measure: PlaceMeasure;
}

/** Departments that others publish, named before the rest is counted. */
const NAMED = 60;

/** 公开情况: which places and departments have published for a year. */
export const CoverageView: FC<ViewProps> = ({ site, query, coverage, groups, measure }) => (
  <PageFrame
    site={site}
    title={coverage === null ? '公开情况' : `公开情况：${coverage.region.name} ${coverage.year} 年`}
    section="/coverage"
    styles={['compare.css', 'places.css']}
  >
    <search>
      <form class="fields" action="/coverage" aria-label="哪个地区">
        <label>
          地区
          <input name="region" value={query.given.region} required placeholder="省、市、县，名称或代码" />
        </label>
        <YearField value={query.given.year} placeholder="最近" />
        <StageField value={query.filter.stage} blank="各阶段" />
        <button type="submit">看公开情况</button>
      </form>
    </search>
    {coverage === null ? (
      <Nothing region={query.given.region} />
    ) : (
      <>
        <p class="soft">
          {groups.length === 0 && '没有，可能是没有公开，也可能是没有导入。'}
          {coverage.years.length > 1 && '其他年度：'}
          {coverage.years
            .filter((year) => year !== coverage.year)
            .map((year) => (
              <>
                <a href={pageLink('/coverage', { region: query.given.region, year, by: query.given.by })}>
                  {year}
                </a>{' '}
              </>
            ))}
        </p>
        <Shown coverage={coverage} query={query} groups={groups} measure={measure} />
      </>
    )}
  </PageFrame>
);

const Nothing: FC<{ region: string | undefined }> = ({ region }) => (
  <EmptyState>
    {region === undefined ? (
      <>
        写一个省、市，看其下哪些县公开了、各有几个部门；写一个县，看哪些部门公开了哪些表、还缺哪些部门。也可以在
        <a href="/">首页</a>的图上点一个省。
      </>
    ) : (
      `库中没有 ${region} 的公开内容；可先到导入页导入。`
    )}
  </EmptyState>
);

const Shown: FC<Omit<ViewProps, 'site' | 'coverage'> & { coverage: RegionCoverage }> = ({
  coverage: { counts, own, year },
  query,
  groups,
  measure,
}) => {
  const { missingPlaces, listed } = counts;
  return (
    <>
      <p>
        {describeLevels(counts)}
        {listed > 0 && (
          <>
            {' '}
            <progress aria-label="有公开的县级地区" max={listed} value={listed - missingPlaces.length} />
          </>
        )}
      </p>
      {groups.length > 0 && (
        <PlacesBelow groups={groups} given={{ ...query.given, year }} year={year} measure={measure} />
      )}
      {own !== null && <Place place={own} year={year} />}
    </>
  );
};

const coveredCell = ({ spending }: DepartmentCoverage): string | null =>
  spending && showShare(spending.coveredFen, spending.fen);

const Place: FC<{ place: PlaceCoverage; year: number }> = ({ place, year }) => (
  <>
    <h2>
      {place.region ?? '地区未定'}公开了的部门（{place.departments.length}）
    </h2>
    {place.withoutForms > 0 && <p class="notice">其中 {place.withoutForms} 个有预算表、没有绩效目标表。</p>}
    <DataTable<DepartmentCoverage>
      caption="公开了的部门"
      rows={place.departments}
      columns={[
        {
          title: '部门',
          head: true,
          cell: ({ department, key }) => {
            const link = departmentLink({
              region: place.region,
              region_code: place.regionCode,
              department,
              department_key: key,
            });
            const name = showListed(department) || '部门未定';
            return link === null ? name : <a href={link}>{name}</a>;
          },
        },
        { title: '公开的表', cell: (row) => describeForms(row) },
        {
          title: '没有的表',
          cell: ({ lacking }) => lacking.map((kind) => SHORT_FORM_TITLES[kind]).join('、'),
        },
        { title: '预算表', number: true, cell: ({ statements }) => statements || '' },
        { title: '项目支出中公开了目标的', number: true, cell: coveredCell },
        { title: '项目', number: true, cell: ({ projects }) => showCount(projects) },
        { title: '只在汇总表中', number: true, cell: ({ withoutForm }) => withoutForm || '' },
        { title: '空白表', number: true, cell: ({ templates }) => templates || '' },
        {
          title: '文档',
          cell: ({ documents }) =>
            documents.map((id) => (
              <>
                <a href={documentLink(id)}>d{id}</a>{' '}
              </>
            )),
        },
      ]}
    />
    {place.missing.length > 0 && (
      <section>
        <h2>
          别处公开、这里 {year} 年没有的部门（{place.missing.length}）
        </h2>
        <ul class="plain-list">
          {place.missing.slice(0, NAMED).map(({ key, places, otherYears }) => (
            <li>
              {key}
              <span class="soft">
                {' '}
                {places} 个地区公开{otherYears.length > 0 && `，这里 ${otherYears.join('、')} 年公开过`}
              </span>
            </li>
          ))}
        </ul>
        {place.missing.length > NAMED && <p class="soft">等 {place.missing.length} 个。</p>}
      </section>
    )}
  </>
);
