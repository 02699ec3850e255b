import type { Child, FC } from 'hono/jsx';
import type { TabulationAsked } from '../../../app/tabulate.js';
import { filterWords } from '../../../model/filters.js';
import {
  decimalsShown,
  MEASURES,
  measureTitle,
  PLACE_LEVELS,
  type Tabulated,
  type TabulatedPlace,
  type Tabulation,
  WHY_BLANK,
} from '../../../model/tabulation.js';
import { yearHead } from '../../../report/tabulation/tabulation-rows.js';
import { addressOf, type ListQuery } from '../../list-query.js';
import { DataTable, type TableColumn } from '../../parts/data-table.js';
import { EmptyState } from '../../parts/empty-state.js';
import { ActiveFilters, FilterForm } from '../../parts/filter-form.js';
import { showRegion } from '../../parts/format-figures.js';
import { PageFrame } from '../../parts/page-frame.js';
import type { Site } from '../../site.js';

interface TabulateViewProps {
  site: Site;
  query: ListQuery;
  asked: TabulationAsked;
  table: Tabulation;
}

/** A measure to choose, the table, and what its blanks mean. */
export const TabulateView: FC<TabulateViewProps> = ({ site, query, asked, table }) => {
  const heading = `${measureTitle(table.measure)}：地区 × 年度`;
  return (
    <PageFrame site={site} title={heading} section="/tabulate">
      <FilterForm query={query} fields={['region', 'stage', 'department']} own={['measure', 'by', 'format']}>
        <Choice name="measure" title="列什么数" chosen={asked.measure} choices={MEASURES} />
        <Choice name="by" title="到哪一级" chosen={asked.level} choices={PLACE_LEVELS} />
      </FilterForm>
      <ActiveFilters query={query} />
      <p class="soft">
        {asked.filter.stage === undefined
          ? '各阶段都计；同一项目在部门预算与自评中各算一次，选一个阶段可以分开。'
          : `只计${filterWords('stage', asked.filter.stage)}。`}
        已被较新版本替代的文档不计。空白不是 0：{Object.values(WHY_BLANK).join('，或')}
        ；指着空白可看是哪一种。
      </p>
      {table.places.length === 0 ? (
        <EmptyState>没有符合条件的公开。</EmptyState>
      ) : (
        <>
          <p class="no-print">
            <a href={addressOf(query, { format: 'csv' })} download>
              CSV
            </a>
          </p>
          <DataTable caption={heading} columns={columnsOf(query, asked, table)} rows={table.places} />
          {table.places.some(({ cells }) => cells.some((cell) => cell.value !== null && cell.isPartial)) && (
            <p class="soft">
              ＊ 数不全：有的{table.measure === 'amount' ? '项目没有印出金额' : '公开还没有核查'}。
            </p>
          )}
        </>
      )}
    </PageFrame>
  );
};

const Choice: FC<{
  name: string;
  title: string;
  chosen: string;
  choices: Readonly<Record<string, string | { title: string }>>;
}> = ({ name, title, chosen, choices }) => (
  <label>
    {title}
    <select name={name}>
      {Object.entries(choices).map(([value, choice]) => (
        <option value={value} selected={value === chosen}>
          {typeof choice === 'string' ? choice : choice.title}
        </option>
      ))}
    </select>
  </label>
);

const columnsOf = (
  query: ListQuery,
  { level }: TabulationAsked,
  { measure, years }: Tabulation,
): TableColumn<TabulatedPlace>[] => [
  {
    title: '地区',
    head: true,
    cell: (place) => {
      const finer = level === 'region' ? null : (place.city ?? place.province);
      const name = showRegion(place);
      return finer === null ? name : <a href={addressOf(query, { region: finer, by: null })}>{name}</a>;
    },
  },
  ...years.map((year, n) => ({
    title: yearHead(year),
    number: true,
    cell: ({ cells }: TabulatedPlace): Child => figure(cells[n], decimalsShown(measure)),
  })),
];

function figure(cell: Tabulated | undefined, decimals: number): Child {
  if (!cell) return null;
  if (cell.value === null) {
    return (
      <span class="soft" title={WHY_BLANK[cell.why]}>
        <span aria-hidden="true">—</span>
        <span class="hidden">{WHY_BLANK[cell.why]}</span>
      </span>
    );
  }
  const shown = cell.value.toLocaleString('zh-CN', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return cell.isPartial ? <span title="不全">{shown}＊</span> : shown;
}
