import type { ComparedProject, Comparison, ProjectGroup } from '../../model/comparison.js';
import { type Bar, type BarGroup, barPicture } from './bar-picture.js';
import { pointMoved } from './spread-line.js';

/** Fewer amounts have no middle worth drawing. */
const MEDIAN_OF = 3;
const FEN_OF_YUAN = 100;

/**
 * Amounts by place as an SVG: a bar per project under the name of its group, the median of each group as a line. Pale bars are
 * not counted in the median.
 */
export function comparisonPicture({ topic, groups, years }: Comparison): string {
  const paid = groups.map((group) => ({
    ...group,
    projects: group.projects.filter(({ amountFen }) => amountFen !== null),
  }));
  const singles = paid.filter(({ projects }) => projects.length === 1).flatMap(({ projects }) => projects);
  const drawn = [
    ...paid.filter(({ projects }) => projects.length > 1),
    ...(singles.length === 0 ? [] : [{ name: '没有同类的项目', projects: singles, amounts: null }]),
  ];
  const period =
    years.length === 0 ? '' : `，${years.length === 1 ? years[0] : `${years[0]}—${years.at(-1)}`} 年`;
  return barPicture({
    summary: `${topic}：各地金额`,
    title: `${topic}：各地金额比较`,
    note: `横条为金额（万元）${period}；竖线为该类中位数（三个以上才画），浅色不计入（非该地最近一年或重复）。`,
    groups: drawn.map(barGroup),
    empty: '没有公开金额',
  });
}

const barGroup = ({ name, projects, amounts }: ProjectGroup): BarGroup => ({
  name,
  bars: projects.map(barOf),
  median:
    amounts && amounts.count >= MEDIAN_OF
      ? { fen: Number(amounts.median) * FEN_OF_YUAN, label: `中位数 ${pointMoved(amounts.median, 4)}` }
      : null,
});

const barOf = ({ region, year, project, amountFen, counted }: ComparedProject): Bar => ({
  label: `${`${region ?? '地区未定'} ${year ?? ''}`.trim()} ${project}`,
  fen: amountFen ?? 0,
  isPale: !counted,
});
