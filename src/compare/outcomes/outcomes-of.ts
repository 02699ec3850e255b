import type { CycleIndicator, IndicatorOutcome } from '../../model/cycle.js';
import { groupBy } from '../group-by.js';
import type { LinkedPapers } from '../links/linked-papers.js';
import { isPromise, isReport, type Paper } from '../links/papers.js';
import { isSameTarget } from './is-same-target.js';
import { judgeActual } from './judge-actual.js';

/** What became of every promised indicator: of the first promise of a year, and of what an adjustment added. */
export function outcomesOf(papers: readonly Paper[], links: readonly LinkedPapers[]): IndicatorOutcome[] {
  const byId = new Map(
    papers.flatMap((paper) => [...paper.indicators.values()].flat().map((each) => [each.id, each])),
  );
  return [...groupBy(papers, ({ year }) => year).values()].flatMap((ofYear) => {
    const promises = ofYear.filter(isPromise);
    const reports = ofYear.filter(isReport);
    const isTaken = new Set<number>();
    return promises.flatMap((paper) => {
      const onward = (later: (other: Paper) => boolean): LinkedPapers[] =>
        links.filter((each) => each.earlier === paper && later(each.later));
      const adjusted = laterOf(onward(({ stage, year }) => stage === 'adjusted' && year === paper.year));
      const direct = laterOf(onward((other) => isReport(other) && other.year === paper.year));
      const reportedLater = laterOf(
        links.filter(
          ({ earlier, later }) =>
            earlier.year === paper.year && earlier.stage === 'adjusted' && isReport(later),
        ),
      );
      const reported = orThrough(direct, adjusted, reportedLater);
      const halfway = laterOf(onward(({ stage, year }) => stage === 'monitoring' && year === paper.year));
      const next = laterOf(onward((other) => isPromise(other) && other.year === paper.year + 1));
      return [...paper.indicators].flatMap(([project, indicators]) =>
        indicators
          .filter(({ id }) => !isTaken.has(id))
          .map((promise) => {
            const changed = adjusted.indicators.get(promise.id);
            if (changed !== undefined) isTaken.add(changed.id);
            return outcomeOf({ promise, project, reports, byId, adjusted: changed, halfway, reported, next });
          }),
      );
    });
  });
}

interface Later {
  indicators: Map<number, { id: number; doubtful: boolean }>;
  projects: Map<number, { id: number; doubtful: boolean }>;
}

/** What stands for an indicator or project in later papers, the surest first. */
function laterOf(links: readonly LinkedPapers[]): Later {
  const later: Later = { indicators: new Map(), projects: new Map() };
  const put = (
    map: Later['projects'],
    before: number | null,
    after: number | null,
    doubtful: boolean,
  ): void => {
    if (before === null || after === null) return;
    const known = map.get(before);
    if (!known || (known.doubtful && !doubtful)) map.set(before, { id: after, doubtful });
  };
  for (const { indicators, projects } of links) {
    for (const { before, after, doubtful } of indicators) put(later.indicators, before, after, doubtful);
    for (const { before, after, doubtful } of projects) put(later.projects, before, after, doubtful);
  }
  return later;
}

/** What stands for a thing in the reports: as linked, else by way of what stands for it in the adjustment. */
function orThrough(direct: Later, adjusted: Later, onward: Later): Later {
  const joined = (kind: keyof Later): Later['projects'] => {
    const through = [...adjusted[kind]].flatMap(([before, { id, doubtful }]) => {
      const later = onward[kind].get(id);
      return later ? [[before, { ...later, doubtful: doubtful || later.doubtful }] as const] : [];
    });
    return new Map([...through, ...direct[kind]]);
  };
  return { indicators: joined('indicators'), projects: joined('projects') };
}

interface Followed {
  promise: CycleIndicator;
  project: number | null;
  reports: readonly Paper[];
  byId: ReadonlyMap<number, CycleIndicator>;
  adjusted: { id: number; doubtful: boolean } | undefined;
  halfway: Later;
  reported: Later;
  next: Later;
}

function outcomeOf({
  promise,
  project,
  reports,
  byId,
  adjusted,
  halfway,
  reported,
  next,
}: Followed): IndicatorOutcome {
  const report = reported.indicators.get(promise.id);
  const following = next.indicators.get(promise.id);
  const inReport = project === null ? undefined : reported.projects.get(project);
  const evaluated =
    project === null ? hasWhole(reports) : inReport !== undefined && hasIndicators(reports, inReport.id);
  const target = byId.get(adjusted?.id ?? promise.id) ?? promise;
  const said = report === undefined ? undefined : byId.get(report.id);
  const kept = said ? judgeActual(target, said) : null;
  return {
    promised: promise.id,
    adjusted: adjusted?.id ?? null,
    halfway: halfway.indicators.get(promise.id)?.id ?? null,
    reported: report?.id ?? null,
    next: following?.id ?? null,
    reportedProject: project === null ? null : (inReport?.id ?? null),
    selfEvaluation: evaluated ? 'project' : reports.some(isFilled) ? 'department' : 'none',
    status: statusOf(said, evaluated, kept, said !== undefined && isChanged(promise, target, said)),
    kept,
    doubtful: [adjusted, report, inReport].some((each) => each?.doubtful === true),
  };
}

function statusOf(
  said: CycleIndicator | undefined,
  evaluated: boolean,
  kept: IndicatorOutcome['kept'],
  isOther: boolean,
): IndicatorOutcome['status'] {
  if (said === undefined) return evaluated ? 'dropped' : 'not-reported';
  if (isOther) return 'changed';
  return kept ?? 'not-reported';
}

/** The report repeats neither the target promised nor the adjusted one. */
const isChanged = (promise: CycleIndicator, target: CycleIndicator, said: CycleIndicator): boolean =>
  !isSameTarget(promise, said) && !isSameTarget(target, said);

const isFilled = ({ projects, indicators }: Paper): boolean =>
  projects.length > 0 || [...indicators.values()].some((each) => each.length > 0);

const hasWhole = (reports: readonly Paper[]): boolean =>
  reports.some(({ indicators }) => (indicators.get(null)?.length ?? 0) > 0);

const hasIndicators = (reports: readonly Paper[], project: number): boolean =>
  reports.some(({ indicators }) => (indicators.get(project)?.length ?? 0) > 0);
