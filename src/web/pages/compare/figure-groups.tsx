import type { Child, FC } from 'hono/jsx';
import type { IndicatorRow, RowSubject, Spread, TargetGroup, UnitGroup } from '../../../model/comparison.js';
import { valueLink } from '../../links.js';
import { Chart } from '../../parts/chart.js';
import { EmptyState } from '../../parts/empty-state.js';
import { showCount, showListed } from '../../parts/format-figures.js';

/** Groups shown with a table; the others are counted. */
const MOST_GROUPS = 30;
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
const FigureGroup: FC<{ title: string; note: string; figure: string | null; rows: FigureRow[] }> = ({
  title,
  note,
  figure,
  rows,
}) => (
  <section>
    <h2>{showListed(title)}</h2>
    <p>{note}</p>
    <Drawn figure={figure} title={title}>
      <table>
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
          {rows.map(({ subject, value, shown, link, project, printed }) => (
            <tr>
              <th scope="row">
                {subject.region ?? '地区未定'} {subject.year ?? ''}
              </th>
              <td class={figure === null ? undefined : 'number'} data-value={value ?? ''}>
                {link === null ? showListed(shown) : <a href={link}>{showListed(shown)}</a>}
              </td>
              <td>{showListed(project) || WHOLE_DEPARTMENT}</td>
              <td>{showListed(printed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Drawn>
  </section>
);

const Drawn: FC<{ figure: string | null; title: string; children?: Child }> = ({
  figure,
  title,
  children,
}) =>
  figure === null ? (
    <section class="wide" aria-label={title} tabindex={0}>
      {children}
    </section>
  ) : (
    <Chart kind="points" title={`${title}：${figure}`}>
      {children}
    </Chart>
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
