import type { CycleRows, DepartmentLinks, ProjectLink, Tie } from '../../model/cycle.js';
import type { DepartmentTrack, TrackedProject, TrackedYear } from '../../model/track.js';
import { groupBy } from '../group-by.js';
import { isPromise, isReport, type Paper, papersOf } from '../links/papers.js';
import { linkDepartment } from './link-department.js';
import { summarizeOutcomes } from './summarize-outcomes.js';
import { trackedYear, type YearParts } from './tracked-year.js';

type Whose = Omit<DepartmentTrack, 'kind' | 'project' | 'summaries' | 'projects'>;

/**
 * A department from promise to result to promise: each project over the years under all its names, the whole department first.
 * @param project id of a row: follow this project alone
 */
export function trackOf(rows: CycleRows, whose: Whose, project: number | null = null): DepartmentTrack {
  const papers = papersOf(rows);
  const links = linkDepartment(rows);
  const chains = chainsOf(papers, links);
  const kept =
    project === null ? chains : chains.filter((chain) => chain.some((node) => idsOf(node).includes(project)));
  const projects = kept.map((chain) => trackedProject(chain, rows, links));
  const ids = new Set(
    projects.flatMap(({ years }) => years.flatMap(({ indicators }) => indicators.map(({ id }) => id))),
  );
  const yearOf = new Map(rows.indicators.map(({ id, year }) => [id, year]));
  const byYear = groupBy(
    links.outcomes.filter(({ promised }) => ids.has(promised)),
    ({ promised }) => yearOf.get(promised) ?? 0,
  );
  return {
    kind: 'department',
    ...whose,
    project: project === null ? null : (rows.projects.find(({ id }) => id === project)?.project ?? null),
    summaries: [...byYear]
      .sort(([a], [b]) => a - b)
      .map(([year, outcomes]) => ({
        year,
        ...summarizeOutcomes(outcomes.map((each) => ({ ...each, outcomes: 1 }))),
      })),
    projects,
  };
}

/** A project in one year: what stands for it in each stage. */
interface Node extends YearParts {
  tie: Tie | null;
}

const idsOf = ({ promised, adjusted, reported }: YearParts): number[] =>
  [promised, adjusted, ...reported].flatMap((row) => row?.id ?? []);

/** The nodes of each project, from its first year to its last; the whole department first. */
function chainsOf(papers: readonly Paper[], { projects: links }: DepartmentLinks): Node[][] {
  const onward = groupBy(links, ({ after }) => after);
  const whole: Node[] = [];
  const chains: Node[][] = [];
  const chainOf = new Map<number, Node[]>();
  for (const [year, ofYear] of groupBy(papers, (paper) => paper.year)) {
    if (ofYear.some((paper) => (paper.indicators.get(null)?.length ?? 0) > 0)) {
      whole.push({ ...partsOf(year, ofYear, null), tie: null });
    }
    for (const node of nodesOf(year, ofYear, links)) {
      const links = idsOf(node)
        .flatMap((id) => onward.get(id) ?? [])
        .filter(({ step }) => step === 'year');
      const before = links.find(({ before: id }) => chainOf.has(id));
      const known = before && chainOf.get(before.before);
      const isFree = known !== undefined && known.at(-1)?.year !== year;
      const chain = isFree ? known : [];
      if (!isFree) chains.push(chain);
      chain.push({ ...node, tie: before ? tieOf(before) : null });
      for (const id of idsOf(node)) chainOf.set(id, chain);
    }
  }
  return whole.length > 0 ? [whole, ...chains] : chains;
}

const tieOf = ({ relation, by, likeness, doubtful }: ProjectLink): Tie => ({
  relation,
  by,
  likeness,
  doubtful,
});

const partsOf = (year: number, papers: readonly Paper[], tied: number | null): YearParts => ({
  year,
  promised: null,
  adjusted: null,
  reported: [],
  doubtful: false,
  promises: papers.filter(isPromise).map((paper) => paper.indicators.get(tied) ?? []),
  reports: papers.filter(isReport).map((paper) => paper.indicators.get(tied) ?? []),
});

/** The projects of a year: those promised, then those only an adjustment or a report has. */
function nodesOf(year: number, papers: readonly Paper[], links: readonly ProjectLink[]): YearParts[] {
  const used = new Set<number>();
  const linksOf = groupBy(
    links.filter(({ step }) => step === 'stage'),
    ({ before }) => before,
  );
  const rows = new Map(papers.flatMap((paper) => paper.projects.map((row) => [row.id, { row, paper }])));
  return papers
    .filter((paper) => isPromise(paper) || isReport(paper))
    .flatMap((paper) =>
      paper.projects.flatMap((row): YearParts[] => {
        if (used.has(row.id)) return [];
        const onward = linksOf.get(row.id) ?? [];
        const later = onward.flatMap(({ after }) => rows.get(after) ?? []);
        const all = [{ row, paper }, ...later];
        for (const each of all) used.add(each.row.id);
        const ofStage = (wanted: (of: Paper) => boolean) => all.filter((each) => wanted(each.paper));
        return [
          {
            year,
            promised: ofStage(({ stage }) => stage === 'budget')[0]?.row ?? null,
            adjusted: ofStage(({ stage }) => stage === 'adjusted')[0]?.row ?? null,
            reported: ofStage(isReport).map((each) => each.row),
            doubtful: onward.some(({ doubtful }) => doubtful),
            promises: ofStage(isPromise).map((each) => each.paper.indicators.get(each.row.id) ?? []),
            reports: ofStage(isReport).map((each) => each.paper.indicators.get(each.row.id) ?? []),
          },
        ];
      }),
    );
}

function trackedProject(chain: readonly Node[], rows: CycleRows, links: DepartmentLinks): TrackedProject {
  const years = chain.map((node): TrackedYear => trackedYear(node, node.tie, rows, links));
  return { name: years.at(-1)?.name ?? null, years };
}
