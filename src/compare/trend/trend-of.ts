import type { ProjectRow, RowSubject } from '../../model/comparison.js';
import { STAGES } from '../../model/facts/stages.js';
import type { DepartmentRows, Edition, TotalRow, Trend, TrendChange } from '../../model/trend.js';
import { groupBy } from '../group-by.js';
import { profiled, projectLikeness } from '../group-projects.js';
import { pairUp } from '../pair-up.js';
import { wanOf } from './amount-change.js';
import { changesOf } from './changes-of.js';
import type { YearRows } from './year-rows.js';

/**
 * A department, or one project of it, over the years: figures of each year, and what changed, came, went or was taken over
 * word for word between one year and the next that is there. Rows without a year are left out.
 * @param project follow this project alone
 * @param wanted this stage of every year; by default the first of each
 */
export function trendOf(rows: DepartmentRows, project: ProjectRow | null = null, wanted?: string): Trend {
  const years = yearRows(rows, wanted).map((year) => (project ? onlyProject(year, project) : year));
  const filled = years.filter(
    ({ projects, indicators, totals }) => projects.length + indicators.length + totals.length > 0,
  );
  const [some] = [...rows.projects, ...rows.indicators, ...rows.totals];
  const editions = filled.map(edition);
  const changes = filled.flatMap((year, index): TrendChange[] => {
    const before = filled[index - 1];
    return before ? changesOf(before, year) : [];
  });
  return {
    region: some?.region ?? null,
    department: some?.department ?? null,
    project: project?.project ?? null,
    editions,
    changes: [...totalChanges(editions), ...changes],
  };
}

/** Rows by year, the earliest first; of each year one stage; what two documents print alike once. */
function yearRows(
  { projects, indicators, totals, texts }: DepartmentRows,
  wanted: string | undefined,
): YearRows[] {
  const all: RowSubject[] = [...projects, ...indicators, ...totals, ...texts];
  const byYear = [...groupBy(all, ({ year }) => year)].flatMap(([year, ofYear]) => {
    const stage = STAGES.find(
      (each) => (wanted === undefined || each === wanted) && ofYear.some((row) => row.stage === each),
    );
    return year === null || stage === undefined ? [] : [{ year, stage }];
  });
  return byYear
    .sort((a, b) => a.year - b.year)
    .map(({ year, stage }) => {
      const isOf = (row: RowSubject): boolean => row.year === year && row.stage === stage;
      const kept = once(projects.filter(isOf), (row) => [row.project, row.amountFen]);
      const ids = new Set(kept.map(({ id }) => id));
      return {
        year,
        stage,
        projects: kept,
        indicators: indicators.filter(
          (row) => isOf(row) && (row.projectId === null || ids.has(row.projectId)),
        ),
        totals: once(totals.filter(isOf), (row) => [row.category, row.amountFen]),
        texts: once(texts.filter(isOf), (row) => [row.kind, row.text]),
      };
    });
}

/** Of rows that print the same, those of the first document. */
function once<T extends RowSubject>(rows: readonly T[], printed: (row: T) => unknown[]): T[] {
  const first = new Map<string, number>();
  return rows.filter((row) => {
    const key = JSON.stringify([row.department, ...printed(row)]);
    const document = first.get(key) ?? row.documentId;
    first.set(key, document);
    return document === row.documentId;
  });
}

function onlyProject(year: YearRows, project: ProjectRow): YearRows {
  const wanted = profiled(project);
  const { pairs } = pairUp([wanted], year.projects.map(profiled), (a, b) => {
    const tie = projectLikeness(a, b);
    const isItself = a.row.id === b.row.id;
    return { tie, same: isItself || tie.same, score: isItself ? 2 : tie.name };
  });
  const found = pairs.map(({ after }) => after.row);
  const ids = new Set<number | null>(found.map(({ id }) => id));
  return {
    ...year,
    projects: found,
    indicators: year.indicators.filter(({ projectId }) => projectId !== null && ids.has(projectId)),
    totals: [],
    texts: [],
  };
}

function edition({ year, stage, projects, indicators, totals, texts }: YearRows): Edition {
  const amounts = projects.flatMap(({ amountFen }) => amountFen ?? []);
  const documents = [...projects, ...indicators, ...totals, ...texts].map(({ documentId }) => documentId);
  return {
    year,
    stage,
    documents: [...new Set(documents)],
    totalFen: totals.length === 0 ? null : sumOf(largestOfDepartments(totals)),
    projects: projects.length,
    projectsFen: amounts.length === 0 ? null : sumOf(amounts),
    indicators: indicators.length,
  };
}

function totalChanges(editions: readonly Edition[]): TrendChange[] {
  return editions.slice(1).flatMap((after, index): TrendChange[] => {
    const before = editions[index];
    if (!before || before.totalFen === null || after.totalFen === null) return [];
    return [
      {
        of: 'total',
        change: before.totalFen === after.totalFen ? 'same' : 'changed',
        yearBefore: before.year,
        year: after.year,
        project: null,
        name: '资金总额',
        nameBefore: null,
        before: wanOf(before.totalFen),
        after: wanOf(after.totalFen),
        differenceFen: after.totalFen - before.totalFen,
        likeness: null,
        row: null,
        place: null,
      },
    ];
  });
}

/** A department and its agencies each print a total; a form may print it twice with another scope. */
const largestOfDepartments = (totals: readonly TotalRow[]): number[] =>
  [...groupBy(totals, ({ department }) => department).values()].map((ofOne) =>
    Math.max(...ofOne.map(({ amountFen }) => amountFen)),
  );

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);
