import type {
  CycleIndicator,
  CycleProject,
  CycleRows,
  CycleScore,
  CycleSpending,
  DepartmentLinks,
  IndicatorOutcome,
  Tie,
} from '../../model/cycle.js';
import { isLowered } from '../../model/promises/is-lowered.js';
import type { ProjectMark, TrackedIndicator, TrackedYear } from '../../model/track.js';
import { lettersAndDigits } from '../bigrams.js';
import { isOnlyNamed } from '../links/papers.js';
import { judgeActual } from './judge-actual.js';
import { actualOf, targetOf } from './printed.js';

/** What stands for a project (or the whole department) in the papers of a year. */
export interface YearParts {
  year: number;
  promised: CycleProject | null;
  adjusted: CycleProject | null;
  reported: CycleProject[];
  /** One of the links between them is doubtful. */
  doubtful: boolean;
  /** Indicators of each promise, the first one first, and of each report. */
  promises: CycleIndicator[][];
  reports: CycleIndicator[][];
}

/** Fewer targets that are just met say nothing. */
const FEWEST_JUST_MET = 5;
const TINY = 1e-9;

export function trackedYear(
  parts: YearParts,
  tie: Tie | null,
  rows: CycleRows,
  links: DepartmentLinks,
): TrackedYear {
  const { promised, adjusted, reported } = parts;
  const isWhole = promised === null && adjusted === null && reported.length === 0;
  const reports = new Set<number | null>(isWhole ? [null] : reported.map(({ id }) => id));
  const disclosures = new Set(
    isWhole
      ? parts.reports.flat().map(({ disclosure }) => disclosure)
      : reported.map(({ disclosure }) => disclosure),
  );
  const isOfReport = (row: { projectId: number | null; disclosure: number }): boolean =>
    reports.has(row.projectId) && disclosures.has(row.disclosure);
  const spending = totalOf(rows.spending.filter(isOfReport));
  const scores = rows.scores.filter(isOfReport);
  const evaluations = evaluationsOf(parts, rows);
  const indicators = indicatorsOf(parts, rows, links);
  return {
    year: parts.year,
    name: isWhole ? null : ((promised ?? adjusted ?? reported[0])?.project ?? null),
    tie,
    promisedId: promised?.id ?? null,
    adjustedId: adjusted?.id ?? null,
    reportedIds: reported.map(({ id }) => id),
    promisedFen: promised?.amountFen ?? null,
    adjustedFen: adjusted?.amountFen ?? null,
    initialFen: spending?.initialFen ?? null,
    budgetFen: spending?.budgetFen ?? null,
    spentFen: spending?.spentFen ?? null,
    rate: rateOf(spending),
    score: scores.find(({ score }) => score !== null)?.score ?? null,
    grade: scores.find(({ grade }) => grade !== null)?.grade ?? null,
    evaluatedScore: evaluations.find(({ score }) => score !== null)?.score ?? null,
    evaluatedGrade: evaluations.find(({ grade }) => grade !== null)?.grade ?? null,
    deviation: [...new Set(rows.deviations.filter(isOfReport).map(({ text }) => text))].join('；') || null,
    marks: marksOf(parts, indicators, spending, isWhole),
    indicators,
  };
}

/** Scores of evaluation reports on a project that has a self-evaluation of its own. */
function evaluationsOf({ year, reported }: YearParts, { projects, scores }: CycleRows): CycleScore[] {
  const names = new Set(reported.map(({ project }) => lettersAndDigits(project)));
  const known = new Set(reported.map(({ id }) => id));
  const named = new Set(
    projects
      .filter((row) => row.year === year && !known.has(row.id) && isOnlyNamed(row))
      .filter(({ project }) => names.has(lettersAndDigits(project)))
      .map(({ id }) => id),
  );
  return scores.filter(({ projectId }) => projectId !== null && named.has(projectId));
}

/** The line of the whole money: 资金总额, else the largest. */
function totalOf(lines: readonly CycleSpending[]): CycleSpending | null {
  const named = lines.filter(({ category }) => /总额|合计|总计/.test(category));
  const among = named.length > 0 ? named : lines;
  return among.reduce<CycleSpending | null>(
    (most, line) => (most === null || (line.budgetFen ?? 0) > (most.budgetFen ?? 0) ? line : most),
    null,
  );
}

function rateOf(line: CycleSpending | null): number | null {
  if (line === null) return null;
  if (line.rate !== null) return line.rate;
  const { budgetFen, spentFen } = line;
  return budgetFen === null || spentFen === null || budgetFen === 0
    ? null
    : Math.round((spentFen / budgetFen) * 10_000) / 100;
}

function indicatorsOf(
  parts: YearParts,
  { indicators }: CycleRows,
  links: DepartmentLinks,
): TrackedIndicator[] {
  const byId = new Map(indicators.map((each) => [each.id, each]));
  const ids = new Set(parts.promises.flat().map(({ id }) => id));
  const outcomes = links.outcomes.filter(({ promised }) => ids.has(promised));
  const answered = new Set(outcomes.flatMap(({ reported }) => reported ?? []));
  return [
    ...outcomes.flatMap((outcome) => {
      const promise = byId.get(outcome.promised);
      return promise ? [followed(promise, outcome, byId)] : [];
    }),
    ...parts.reports
      .flat()
      .filter(({ id }) => !answered.has(id))
      .map((said) => onlyReported(said, ids.size > 0)),
  ];
}

function followed(
  promise: CycleIndicator,
  outcome: IndicatorOutcome,
  byId: ReadonlyMap<number, CycleIndicator>,
): TrackedIndicator {
  const at = (id: number | null): CycleIndicator | undefined => (id === null ? undefined : byId.get(id));
  const [adjusted, halfway] = [at(outcome.adjusted), at(outcome.halfway)];
  const [said, next] = [at(outcome.reported), at(outcome.next)];
  return {
    ...named(promise),
    promised: promise.target,
    weight: promise.weight,
    adjusted: adjusted?.target ?? null,
    halfway: halfway?.actual ?? null,
    ...reportOf(said),
    next: next?.target ?? null,
    status: outcome.status,
    kept: outcome.kept,
    selfEvaluation: outcome.selfEvaluation,
    marks: [
      ...(outcome.kept === 'missed' && hasFullScore(said, promise) ? (['full-score'] as const) : []),
      ...(said && next && isLowered(actualOf(said), targetOf(next), next) !== 'no'
        ? (['bar-lowered'] as const)
        : []),
      ...(outcome.doubtful ? (['doubtful'] as const) : []),
    ],
    halfwayId: outcome.halfway,
    nextId: outcome.next,
  };
}

/** @param isAdded the project has promises, and this is none of them */
function onlyReported(said: CycleIndicator, isAdded: boolean): TrackedIndicator {
  const kept = judgeActual(said, said);
  return {
    ...named(said),
    promised: null,
    weight: null,
    adjusted: null,
    halfway: null,
    ...reportOf(said),
    next: null,
    status: null,
    kept,
    selfEvaluation: 'project',
    marks: [
      ...(isAdded ? (['no-promise'] as const) : []),
      ...(kept === 'missed' && hasFullScore(said, said) ? (['full-score'] as const) : []),
    ],
    halfwayId: null,
    nextId: null,
  };
}

const named = ({ id, name, level2 }: CycleIndicator): Pick<TrackedIndicator, 'id' | 'name' | 'level2'> => ({
  id,
  name,
  level2,
});

const reportOf = (said: CycleIndicator | undefined) => ({
  repeated: said?.target ?? null,
  actual: said?.actual ?? null,
  score: said?.score ?? null,
  deviation: said?.deviation ?? null,
  reportedWeight: said?.weight ?? null,
  reportedId: said?.id ?? null,
});

function hasFullScore(said: CycleIndicator | undefined, promise: CycleIndicator): boolean {
  const most = said?.weight ?? promise.weight;
  return said?.score != null && most !== null && most > 0 && said.score >= most - TINY;
}

function marksOf(
  { promised, adjusted, reported, doubtful, promises, reports }: YearParts,
  indicators: readonly TrackedIndicator[],
  spending: CycleSpending | null,
  isWhole: boolean,
): ProjectMark[] {
  const isPromised = isWhole ? promises.flat().length > 0 : promised !== null || adjusted !== null;
  const isReported = isWhole ? reports.flat().length > 0 : reported.length > 0;
  const weights = indicators.filter(
    ({ weight, reportedWeight }) => weight !== null && reportedWeight !== null,
  );
  const moved = (kept: TrackedIndicator['kept'][], sign: 1 | -1): boolean =>
    weights.some(
      (each) => kept.includes(each.kept) && sign * (Number(each.reportedWeight) - Number(each.weight)) > TINY,
    );
  const kept = indicators.filter(
    ({ kept: how, status }) => how !== null && how !== 'not-comparable' && status !== null,
  );
  const amount = promised?.amountFen ?? null;
  const areOthersReported = indicators.some(({ selfEvaluation }) => selfEvaluation === 'department');
  return [
    ...(moved(['missed'], -1) && moved(['met', 'exceeded'], 1) ? (['weight-moved'] as const) : []),
    ...(kept.length >= FEWEST_JUST_MET && kept.every(isJustMet) ? (['all-just-met'] as const) : []),
    ...(amount !== null && spending?.initialFen != null && spending.initialFen !== amount
      ? (['budget-differs'] as const)
      : []),
    ...(isPromised && !isReported && areOthersReported ? (['not-reported'] as const) : []),
    ...(isReported && promises.flat().length === 0 ? (['no-promise'] as const) : []),
    ...(doubtful ? (['doubtful'] as const) : []),
  ];
}

/** The actual value is the target's very figure. */
const isJustMet = ({ kept, actual, promised, adjusted, repeated }: TrackedIndicator): boolean => {
  const figure = (text: string | null): string =>
    /\d+(?:\.\d+)?/.exec((text ?? '').normalize('NFKC'))?.[0] ?? '';
  const target = figure(repeated ?? adjusted ?? promised);
  return kept === 'met' && (target === '' || figure(actual) === target);
};
