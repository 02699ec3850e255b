import type {
  CycleIndicator,
  CycleProject,
  IndicatorLink,
  LinkDecision,
  LinkStep,
  ProjectLink,
} from '../../model/cycle.js';
import { linkIndicators } from './link-indicators.js';
import type { Linked } from './link-papers.js';
import { linkProjects } from './link-projects.js';
import { isPromise, type Paper } from './papers.js';

/** Two papers laid side by side. */
export interface LinkedPapers {
  earlier: Paper;
  later: Paper;
  step: LinkStep;
  projects: ProjectLink[];
  indicators: IndicatorLink[];
}

/**
 * A department's papers side by side: each later stage of a year against the promises before it, the first stage of each year against that of the next one there is.
 */
export function linkedPapers(papers: readonly Paper[], decisions: readonly LinkDecision[]): LinkedPapers[] {
  const years = [...new Set(papers.map(({ year }) => year))];
  const firsts = years.flatMap((year) => papers.find((paper) => paper.year === year) ?? []);
  return [
    ...years.flatMap((year) =>
      stagesLinked(
        papers.filter((paper) => paper.year === year),
        decisions,
      ),
    ),
    ...firsts.slice(1).flatMap((later, index) => {
      const earlier = firsts[index];
      return earlier ? [linkTwo({ earlier, later, step: 'year', decisions })] : [];
    }),
  ];
}

/** Each stage against the promises before it, or against the first stage where none is a promise. */
function stagesLinked(stages: readonly Paper[], decisions: readonly LinkDecision[]): LinkedPapers[] {
  return stages.slice(1).flatMap((later, index) => {
    const before = stages.slice(0, index + 1);
    const promises = before.filter(isPromise);
    return (promises.length > 0 ? promises : before.slice(0, 1)).map((earlier) =>
      linkTwo({ earlier, later, step: 'stage', decisions }),
    );
  });
}

interface TwoPapers {
  earlier: Paper;
  later: Paper;
  step: LinkStep;
  decisions: readonly LinkDecision[];
}

function linkTwo({ earlier, later, step, decisions }: TwoPapers): LinkedPapers {
  const links = linkProjects(earlier.projects, later.projects, step, decisions);
  const whole = [earlier, later].map((paper) => paper.indicators.get(null) ?? []);
  const [old = [], young = []] = whole;
  const areWhole = old.length > 0 && young.length > 0;
  return {
    earlier,
    later,
    step,
    projects: links.map(({ before, after, ...tie }) => ({
      ...tie,
      before: before.id,
      after: after.id,
      beforeDisclosure: before.disclosure,
      afterDisclosure: after.disclosure,
      step,
    })),
    indicators: [
      ...(areWhole ? linkIndicators(old, young, step) : []),
      ...togetherLinked(links).flatMap(({ before, after, doubtful }) => {
        const [promised, found] = [indicatorsOf(earlier, before), indicatorsOf(later, after)];
        if (promised.length === 0 || found.length === 0) return [];
        return linkIndicators(promised, found, step).map((link) => (doubtful ? { ...link, doubtful } : link));
      }),
    ],
  };
}

const indicatorsOf = (paper: Paper, projects: readonly CycleProject[]): CycleIndicator[] =>
  projects.flatMap(({ id }) => paper.indicators.get(id) ?? []);

/** Projects that hang together: a whole with its parts, others in twos. */
function togetherLinked(
  links: readonly Linked<CycleProject>[],
): { before: CycleProject[]; after: CycleProject[]; doubtful: boolean }[] {
  const groups: { before: Set<CycleProject>; after: Set<CycleProject>; doubtful: boolean }[] = [];
  const groupOf = new Map<CycleProject, (typeof groups)[number]>();
  for (const { before, after, doubtful } of links) {
    const known = groupOf.get(before) ?? groupOf.get(after);
    const group = known ?? { before: new Set(), after: new Set(), doubtful: false };
    if (!known) groups.push(group);
    group.before.add(before);
    group.after.add(after);
    group.doubtful ||= doubtful;
    groupOf.set(before, group).set(after, group);
  }
  return groups.map(({ before, after, doubtful }) => ({ before: [...before], after: [...after], doubtful }));
}
