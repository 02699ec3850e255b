import { type Comparison, OUTLIERS_TOLD } from '../../model/comparison.js';
import { barPicture } from './bar-picture.js';
import { barsOfProjects } from './bars-of-projects.js';

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
  const hasOutliers = drawn.some((group) => barsOfProjects(group).bars.some((bar) => bar.isOutlier));
  const period =
    years.length === 0 ? '' : `，${years.length === 1 ? years[0] : `${years[0]}—${years.at(-1)}`} 年`;
  return barPicture({
    summary: `${topic}：各地金额`,
    title: `${topic}：各地金额比较`,
    note: `横条为金额（万元）${period}；竖线为该类中位数（三个以上才画），浅色不计入（非该地最近一年或重复）。${hasOutliers ? `${OUTLIERS_TOLD}。` : ''}`,
    groups: drawn.map(barsOfProjects),
    empty: '没有公开金额',
  });
}
