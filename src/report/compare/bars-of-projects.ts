import { type ComparedProject, isOutlier, type ProjectGroup } from '../../model/comparison.js';
import type { Bar, BarGroup } from './bar-picture.js';
import { pointMoved } from './spread-line.js';

/** Fewer amounts have no middle worth drawing. */
const MEDIAN_OF = 3;
const FEN_OF_YUAN = 100;

/** A bar that stands for a project. */
export interface ProjectBar extends Bar {
  project: ComparedProject;
}

/** The amounts of a group as bars with their median; projects without an amount have none. */
export const barsOfProjects = ({
  name,
  projects,
  amounts,
}: ProjectGroup): Omit<BarGroup, 'bars'> & { bars: ProjectBar[] } => ({
  name,
  bars: projects.flatMap((project) => barOf(project, amounts)),
  median:
    amounts && amounts.count >= MEDIAN_OF
      ? { fen: Number(amounts.median) * FEN_OF_YUAN, label: `中位数 ${pointMoved(amounts.median, 4)}` }
      : null,
});

function barOf(project: ComparedProject, amounts: ProjectGroup['amounts']): ProjectBar[] {
  const { region, year, amountFen, counted } = project;
  if (amountFen === null) return [];
  return [
    {
      project,
      label: `${`${region ?? '地区未定'} ${year ?? ''}`.trim()} ${project.project}`,
      fen: amountFen,
      isPale: !counted,
      isOutlier: counted && isOutlier(amountFen / FEN_OF_YUAN, amounts),
    },
  ];
}
