import type { FC } from 'hono/jsx';
import {
  type IndicatorRow,
  isOutlier,
  OUTLIERS_TOLD,
  type RowSubject,
  type Spread,
  type TargetGroup,
  type UnitGroup,
} from '../../../model/comparison.js';
import { valueLink } from '../../links.js';
import { BarChart } from '../../parts/bar-chart.js';
import { EmptyState } from '../../parts/empty-state.js';
import { showCount, showListed } from '../../parts/format-figures.js';

/** Groups shown with a table; the others are counted. */
const MOST_GROUPS = 30;
/** Fewer figures have no middle worth drawing. */
const SPREAD_OF = 3;
const WHOLE_DEPARTMENT = '（整个部门）';

/** Prices of the same thing, dearest first; those of a single place are counted. */
export const PriceGroups: FC<{ groups: readonly UnitGroup[]; title: string }> = ({ groups, title }) => {
  const shared = groups.filter(({ figures }) => figures.length > 1);
  if (shared.length === 0) {
    return (
      <EmptyState>
        没有两处以上印出单价可以比较的支出。{groups.length > 0 && `另有 ${groups.length} 个只有一处的单价。`}“
        {title}”的金额见“金额”一栏。
      </EmptyState>
    );
  }
  return (
    <>
      {shared.slice(0, MOST_GROUPS).map(({ name, unit, figures, spread }) => (
        <FigureGroup
          title={`${name}（${unit}）`}
          note={spreadNote(spread, unit)}
          figure={unit}
          spread={spread}
          rows={figures.map((each) => ({
            subject: each,
            value: Number(each.yuan),
            shown: `${each.yuan}${each.implied ? '（单位推出）' : ''}`,
            link: linkTo(each.row),
            project: each.project,
            printed: each.item === name ? each.printed : `${each.item}：${each.printed}`,
          }))}
        />
      ))}
      <Rest count={shared.length - MOST_GROUPS + (groups.length - shared.length)} what="单价" />
    </>
  );
};

/** Targets of the same indicator side by side; drawn where they are quantities of one measure. */
export const TargetGroups: FC<{ groups: readonly TargetGroup[]; title: string }> = ({ groups, title }) => {
  const shared = groups.filter(({ indicators }) => indicators.length > 1);
  if (groups.length === 0) {
    return <EmptyState>库中没有有关“{title}”的指标。可以换个说法，或去掉地区、年度、部门再试。</EmptyState>;
  }
  const shown = shared.length > 0 ? shared : groups;
  return (
    <>
      {shown.slice(0, MOST_GROUPS).map((group) => (
        <FigureGroup
          title={`${group.name}${group.level2 === null ? '' : `（${group.level2}）`}`}
          note={`${group.places} 个地区${group.spread ? `；${spreadNote(group.spread, group.spread.measure)}` : '；单位不同或不是数量，只并列，不画图'}`}
          figure={group.spread?.measure ?? null}
          spread={group.spread}
          rows={group.indicators.map((each) => targetRow(each, group))}
        />
      ))}
      <Rest count={groups.length - Math.min(shown.length, MOST_GROUPS)} what="指标" />
    </>
  );
};

const targetRow = (each: IndicatorRow, { name, spread }: TargetGroup): FigureRow => ({
  subject: each,
  value: spread === null ? null : each.quantity,
  shown: each.target ?? '未填',
  link: valueLink('i', each.id),
  project: each.project,
  printed: each.name === name ? '' : each.name,
});

interface FigureRow {
  subject: RowSubject;
  value: number | null;
  shown: string;
  link: string | null;
  project: string | null;
  printed: string;
}

/** @param figure unit of the figures; null: they are no figures of one unit */
const FigureGroup: FC<{
  title: string;
  note: string;
  figure: string | null;
  spread: Spread | null;
  rows: FigureRow[];
}> = ({ title, note, figure, spread, rows }) => (
  <section>
    <h2>{showListed(title)}</h2>
    <p>{note}</p>
    {figure !== null && isDrawable(rows) ? (
      <div class="beside">
        <FigureBars title={`${title}：${figure}`} spread={spread} rows={rows} />
        <FigureTable title={title} figure={figure} rows={rows} />
      </div>
    ) : (
      <FigureTable title={title} figure={figure} rows={rows} />
    )}
  </section>
);

/** Bars begin at 0; what lies below has none. */
const isDrawable = (rows: readonly FigureRow[]): boolean =>
  rows.some(({ value }) => value !== null) && rows.every(({ value }) => value === null || value >= 0);

const FigureBars: FC<{ title: string; spread: Spread | null; rows: readonly FigureRow[] }> = ({
  title,
  spread,
  rows,
}) => {
  const bars = rows.flatMap(({ subject, value, shown, link }) =>
    value === null
      ? []
      : [
          {
            label: whereAndWhen(subject),
            value,
            shown: showListed(shown, 24),
            link,
            isOutlier: isOutlier(value, spread),
          },
        ],
  );
  const hasMedian = spread !== null && spread.count >= SPREAD_OF && spread.min !== spread.max;
  return (
    <BarChart
      title={title}
      bars={bars}
      median={hasMedian ? { value: Number(spread.median), label: `中位数 ${spread.median}` } : null}
      note={bars.some((bar) => bar.isOutlier) ? OUTLIERS_TOLD : undefined}
    />
  );
};

const whereAndWhen = ({ region, year }: RowSubject): string =>
  `${region ?? '地区未定'} ${year ?? '年度未定'}`;

const FigureTable: FC<{ title: string; figure: string | null; rows: readonly FigureRow[] }> = ({
  title,
  figure,
  rows,
}) => (
  <section class="wide" aria-label={title} tabindex={0}>
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">地区、年度</th>
          <th scope="col" class={figure === null ? undefined : 'number'}>
            {figure ?? '指标值'}
          </th>
          <th scope="col">项目</th>
          <th scope="col">原文</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ subject, shown, link, project, printed }) => (
          <tr>
            <th scope="row">{whereAndWhen(subject)}</th>
            <td class={figure === null ? undefined : 'number'} data-title={figure ?? '指标值'}>
              {link === null ? showListed(shown) : <a href={link}>{showListed(shown)}</a>}
            </td>
            <td data-title="项目">{showListed(project) || WHOLE_DEPARTMENT}</td>
            <td data-title="原文">{showListed(printed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const Rest: FC<{ count: number; what: string }> = ({ count, what }) =>
  count > 0 ? (
    <p class="soft">
      另有 {showCount(count)} 个{what}没有列出，见命令 mingzhang compare。
    </p>
  ) : null;

const spreadNote = (spread: Spread | null, unit: string): string =>
  spread === null
    ? ''
    : spread.min === spread.max
      ? `${spread.count} 处相同`
      : `${spread.count} 处，最小 ${spread.min}，中位数 ${spread.median}，最大 ${spread.max} ${unit}`;

/** `c12` → its evidence. */
function linkTo(row: string): string | null {
  const [, letter, id] = /^([ic])(\d+)$/.exec(row) ?? [];
  return letter === undefined ? null : valueLink(letter as 'i' | 'c', Number(id));
}
