import type { FC } from 'hono/jsx';
import type { MappedPlace, PlaceGroup } from '../../../model/place-map.js';
import { pageLink } from '../../links.js';
import type { Changes } from '../../list-query.js';
import { DataTable, type TableColumn } from '../../parts/data-table.js';
import { showAmount, showCount } from '../../parts/format-figures.js';
import { measured, type PlaceMeasure } from '../../parts/places/measures.js';
import { MeasureTabs, PlaceTile, ShadeLegend, shadingOf } from '../../parts/places/place-tile.js';

/** The places below a region as squares, city by city, each leading further down; the same as a table beneath. */
export const PlacesBelow: FC<{
  groups: readonly PlaceGroup[];
  given: Changes;
  year: number;
  measure: PlaceMeasure;
}> = ({ groups, given, year, measure }) => {
  const all = groups.flatMap(({ city, places }) => [...(city ? [city] : []), ...places]);
  const shading = shadingOf(measure, year, all);
  const published = all.filter(({ figures }) => figures !== null);
  const empty = all.filter(({ figures }) => figures === null);
  return (
    <section aria-label="下级地区">
      <MeasureTabs path="/coverage" given={given} measure={measure} />
      {groups.map(({ name, code, city, places }) => (
        <div class="city">
          <h3>
            {code === null ? name : <a href={pageLink('/coverage', { ...given, region: code })}>{name}</a>}
          </h3>
          <ul class="places" aria-label={name}>
            {city !== null && (
              <li class="own">
                <PlaceTile place={city} short="本级" shading={shading} />
              </li>
            )}
            {places.map((place) => (
              <li>
                <PlaceTile place={place} shading={shading} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <ShadeLegend shading={shading} />
      <details>
        <summary>以上数字列表（{published.length} 个有公开的地区）</summary>
        <DataTable caption="下级有公开内容的地区" rows={published} columns={columns(year)} />
      </details>
      {empty.length > 0 && (
        <details>
          <summary>库中没有公开内容的县级地区（{empty.length}）</summary>
          <p>{empty.map(({ name }) => name).join('、')}</p>
        </details>
      )}
    </section>
  );
};

const columns = (year: number): TableColumn<MappedPlace>[] => [
  {
    title: '地区',
    head: true,
    cell: ({ code, name }) => <a href={pageLink('/coverage', { region: code ?? name, year })}>{name}</a>,
  },
  { title: '代码', whole: true, cell: ({ code }) => code },
  { title: '部门', number: true, cell: ({ figures }) => figures && showCount(figures.departments) },
  { title: '项目', number: true, cell: ({ figures }) => figures && showCount(figures.projects) },
  {
    title: '部门预算项目金额（万元）',
    number: true,
    cell: ({ figures }) => figures && (showAmount(figures.budgetFen) || '未印'),
  },
  {
    title: '疑点',
    number: true,
    cell: ({ figures }) =>
      figures && (figures.auditedProjects === null ? '未查' : showCount(figures.findings)),
  },
  {
    title: '每百个项目的疑点',
    number: true,
    cell: ({ figures }) => figures && measured('findings', figures).shown,
  },
];
