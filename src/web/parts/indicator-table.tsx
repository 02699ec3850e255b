import type { Child, FC } from 'hono/jsx';
import { HORIZON_TITLES } from '../../model/disclosure.js';
import type { RowOf } from '../../model/sections/sections.js';
import { valueLink } from '../links.js';
import { showListed } from './format-figures.js';

/** Columns a page asks of the view for this table. */
export const INDICATOR_TABLE_COLUMNS = [
  'id',
  'level1',
  'level2',
  'name',
  'description',
  'target',
  'horizon',
  'standard',
  'target_basis',
  'weight',
  'actual',
  'score',
] as const satisfies readonly (keyof RowOf<'indicators'>)[];

/** An indicator as a form prints it: a row of the view `indicators`. */
export type ListedIndicator = Pick<RowOf<'indicators'>, (typeof INDICATOR_TABLE_COLUMNS)[number]>;

interface Column {
  title: string;
  isNumber?: boolean;
  cell: (indicator: ListedIndicator) => string | number | null;
}

const COLUMNS: readonly Column[] = [
  { title: '权重', isNumber: true, cell: ({ weight }) => weight },
  { title: '实际完成值', cell: ({ actual }) => actual },
  { title: '得分', isNumber: true, cell: ({ score }) => score },
];

/** Indicators grouped as in the form: level 1, level 2, name, target; each opens its source. */
export const IndicatorTable: FC<{ caption: string; indicators: readonly ListedIndicator[] }> = ({
  caption,
  indicators,
}) => {
  const columns = COLUMNS.filter(({ cell }) => indicators.some((each) => cell(each) !== null));
  const hasPeriod = indicators.some(({ horizon }) => horizon === 'period');
  return (
    <section class="wide" aria-label={caption} tabindex={0}>
      <table class="grouped">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {['一级指标', '二级指标', '指标', '指标值'].map((title) => (
              <th scope="col">{title}</th>
            ))}
            {columns.map(({ title, isNumber }) => (
              <th scope="col" class={isNumber ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator, n) => (
            <tr>
              <GroupHead rows={indicators} n={n} keyOf={({ level1 }) => level1} />
              <GroupHead rows={indicators} n={n} keyOf={({ level1, level2 }) => level2 ?? level1} within />
              <td>
                {showListed(indicator.name)}
                {hasPeriod && <span class="soft">（{HORIZON_TITLES[indicator.horizon]}）</span>}
                <Remarks indicator={indicator} />
              </td>
              <td>
                <a href={valueLink('i', indicator.id)}>{showListed(indicator.target) || '（空白）'}</a>
              </td>
              {columns.map(({ cell, isNumber }) => (
                <td class={isNumber ? 'number' : undefined}>{shown(cell(indicator))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const shown = (value: string | number | null): string =>
  typeof value === 'string' ? showListed(value) : String(value ?? '');

/** The head of a run of rows of one level; nothing in the rows it spans. `within`: a new level 1 begins a new run. */
const GroupHead: FC<{
  rows: readonly ListedIndicator[];
  n: number;
  keyOf: (row: ListedIndicator) => string | null;
  within?: boolean;
}> = ({ rows, n, keyOf, within = false }) => {
  const isSame = (a: ListedIndicator | undefined, b: ListedIndicator | undefined): boolean =>
    a !== undefined && b !== undefined && keyOf(a) === keyOf(b) && (!within || a.level1 === b.level1);
  if (isSame(rows[n - 1], rows[n])) return null;
  let end = n + 1;
  while (isSame(rows[end - 1], rows[end])) end += 1;
  const row = rows[n];
  return (
    <th scope="rowgroup" rowspan={end - n}>
      {showListed(row ? keyOf(row) : null) || '（空白）'}
    </th>
  );
};

const Remarks: FC<{ indicator: ListedIndicator }> = ({ indicator }) => {
  const remarks: [string, string | null][] = [
    ['描述', indicator.description],
    ['标准', indicator.standard],
    ['确定依据', indicator.target_basis],
  ];
  return (
    <>
      {remarks.map(
        ([title, text]): Child => text && <div class="soft">{`${title}：${showListed(text)}`}</div>,
      )}
    </>
  );
};
