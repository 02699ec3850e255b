import type { RowSubject } from '../../model/comparison.js';
import type {
  Coverage,
  DepartmentCoverage,
  Expected,
  FormRow,
  MissingDepartment,
  PlaceCoverage,
  SeenDepartment,
} from '../../model/coverage.js';
import type { FormKind } from '../../model/facts/form-kinds.js';
import { STAGES } from '../../model/facts/stages.js';
import type { StatementRows } from '../../model/statement-comparison.js';
import { groupBy } from '../group-by.js';
import { type CountedRegion, countDepartments } from './count-departments.js';
import { targetCoverage } from './target-coverage.js';

/** What a form of each kind counts as; flat lists and narratives hold what the usual forms hold. */
const COUNTS_AS: Record<FormKind, Expected> = {
  department: 'department',
  'department-self-evaluation': 'department',
  narrative: 'department',
  summary: 'summary',
  project: 'project',
  'project-list': 'project',
  'project-self-evaluation': 'project',
  'evaluation-report': 'project',
};

/** A department that only one other place publishes may be that place's own. */
const LEAST_PLACES = 2;

const placeKey = ({ regionCode, region }: Pick<SeenDepartment, 'regionCode' | 'region'>): string =>
  regionCode ?? region ?? '';
const departmentName = ({ departmentKey, department }: FormRow): string => departmentKey ?? department ?? '';

/**
 * Who published what for a year, and what is missing: departments measured against the other places in the store, places
 * against the official list.
 * @param forms of the region and what lies below it, of the year
 * @param seen departments of every place in the store, of all years
 * @param statements of the region and year, which say what the projects cost
 */
export function coverageOf(
  asked: CountedRegion,
  forms: readonly FormRow[],
  seen: readonly SeenDepartment[],
  statements: Spending = { statements: [], items: [] },
): Coverage {
  const { region, year } = asked;
  const usual = usualForms(forms);
  const byKey = groupBy(seen, ({ departmentKey }) => departmentKey);
  const spendingOf = spendingIn(statements);
  const places = [...groupBy(forms, placeKey).values()]
    .map((ofPlace) => placeCoverage(ofPlace, year, { usual, seen: byKey, spendingOf }))
    .sort((a, b) => ((a.regionCode ?? '~') < (b.regionCode ?? '~') ? -1 : 1));
  return {
    region,
    year,
    counts: countDepartments(asked, seenIn(forms)),
    places,
    withoutForms: places.reduce((sum, place) => sum + place.withoutForms, 0),
  };
}

/** The departments of these forms whose name is known. */
const seenIn = (forms: readonly FormRow[]): SeenDepartment[] =>
  forms.flatMap((form) => {
    const { region, regionCode, year, departmentKey, department } = form;
    const key = departmentKey ?? department;
    return key === null ? [] : [{ region, regionCode, year, departmentKey: key }];
  });

/** Kinds that more than half of the departments publish, of those that publish any. */
function usualForms(rows: readonly FormRow[]): Expected[] {
  const some = rows.filter(({ kind }) => kind !== null);
  const departments = [...groupBy(some, (row) => `${placeKey(row)} ${departmentName(row)}`).values()];
  return EXPECTED.filter(
    (kind) => departments.filter((of) => hasForm(of, kind)).length * 2 > departments.length,
  );
}

const EXPECTED: readonly Expected[] = ['department', 'summary', 'project'];

const hasForm = (rows: readonly FormRow[], kind: Expected): boolean =>
  rows.some((row) => row.kind !== null && COUNTS_AS[row.kind] === kind);

type Spending = Pick<StatementRows, 'statements' | 'items'>;

/** What departments are measured by. */
interface Measures {
  usual: readonly Expected[];
  seen: ReadonlyMap<string, readonly SeenDepartment[]>;
  spendingOf: (row: RowSubject) => number | null;
}

const editionKey = (row: RowSubject): string =>
  JSON.stringify([row.regionCode ?? row.region, row.departmentKey ?? row.department, row.stage]);

/** 项目支出 of a department's edition, as its statements say. */
function spendingIn({ statements, items }: Spending): Measures['spendingOf'] {
  const itemsOf = groupBy(items, ({ statement }) => statement);
  const editions = groupBy(statements, editionKey);
  return (row) => {
    const own = editions.get(editionKey(row)) ?? [];
    const figures = own.flatMap(({ id }) => itemsOf.get(id) ?? []);
    return targetCoverage({ statements: own, items: figures }, []).spending?.figure.amountFen ?? null;
  };
}

function placeCoverage(
  rows: readonly FormRow[],
  year: number,
  { usual, seen, spendingOf }: Measures,
): PlaceCoverage {
  const { region = null, regionCode = null, city = null } = rows[0] ?? {};
  const departments = [...groupBy(rows, departmentName).values()].map((ofOne) =>
    departmentCoverage(ofOne, usual, spendingOf),
  );
  return {
    region,
    regionCode,
    city,
    departments: departments.sort((a, b) => ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1)),
    withoutForms: departments.filter(({ onlyStatements }) => onlyStatements).length,
    missing: missingDepartments(rows, placeKey({ region, regionCode }), year, seen),
  };
}

/** What this place published for another year first, then what most places publish. */
function missingDepartments(
  rows: readonly FormRow[],
  place: string,
  year: number,
  seen: ReadonlyMap<string, readonly SeenDepartment[]>,
): MissingDepartment[] {
  const here = new Set(rows.map(departmentName));
  return [...seen]
    .filter(([key]) => !here.has(key))
    .map(([key, everywhere]): MissingDepartment => {
      const others = everywhere.filter((each) => placeKey(each) !== place);
      const own = everywhere.filter((each) => placeKey(each) === place && each.year !== year);
      return {
        key,
        places: new Set(others.map(placeKey)).size,
        otherYears: [...new Set(own.flatMap((each) => each.year ?? []))].sort((a, b) => a - b),
      };
    })
    .filter(({ places, otherYears }) => places >= LEAST_PLACES || otherYears.length > 0)
    .sort(
      (a, b) => b.otherYears.length - a.otherYears.length || b.places - a.places || (a.key < b.key ? -1 : 1),
    );
}

function departmentCoverage(
  rows: readonly FormRow[],
  usual: readonly Expected[],
  spendingOf: Measures['spendingOf'],
): DepartmentCoverage {
  const forms: DepartmentCoverage['forms'] = {};
  const filled = rows.filter(({ state }) => state !== 'template');
  for (const { kind, forms: count } of filled) if (kind) forms[kind] = (forms[kind] ?? 0) + count;
  const disclosures = [
    ...groupBy(rows, ({ documentId, stage }) => `${documentId} ${stage}`).values(),
  ].flatMap((ofOne) => ofOne.slice(0, 1));
  const total = (count: (row: FormRow) => number, of: readonly FormRow[]): number =>
    of.reduce((sum, row) => sum + count(row), 0);
  const statements = total((row) => row.statements, disclosures);
  return {
    department: rows[0]?.department ?? null,
    key: rows[0]?.departmentKey ?? null,
    documents: [...new Set(rows.map(({ documentId }) => documentId))],
    stages: [...new Set(rows.map(({ stage }) => stage))],
    forms,
    templates: total(
      ({ forms: count }) => count,
      rows.filter(({ state }) => state === 'template'),
    ),
    projects: total(({ projects }) => projects, disclosures),
    withoutForm: total(({ withoutForm }) => withoutForm, disclosures),
    statements,
    onlyStatements: statements > 0 && rows.every(({ kind }) => kind === null),
    spending: coveredSpending(disclosures, spendingOf),
    lacking: usual.filter((kind) => !hasForm(filled, kind)),
  };
}

function coveredSpending(
  disclosures: readonly FormRow[],
  spendingOf: Measures['spendingOf'],
): DepartmentCoverage['spending'] {
  for (const stage of STAGES) {
    const ofStage = disclosures.filter((row) => row.stage === stage);
    const fen = ofStage[0] ? spendingOf(ofStage[0]) : null;
    if (fen !== null) return { fen, coveredFen: ofStage.reduce((sum, { formFen }) => sum + formFen, 0) };
  }
  return null;
}
