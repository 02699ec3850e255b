import type { CostRow, IndicatorRow, ProjectRow } from '../../model/comparison.js';
import type { CostLine } from '../../model/disclosure.js';
import { QueryError } from '../../model/facts/query-error.js';
import type { ComparisonRows } from '../../model/ports/comparison-rows.js';
import { splitRowId } from '../../model/row-id.js';
import type { Calculation } from '../../model/target.js';
import { findView, type View } from '../../model/views.js';
import { filterCondition } from '../conditions/view-filter.js';
import { allOf, anyOf, type Condition, contains, isAmong } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { unpackJson } from '../ground/pack-json.js';
import type { Reading } from '../ground/pack-reading.js';
import { prepared } from '../ground/rows.js';
import { COST_COLUMNS, INDICATOR_COLUMNS, PROJECT_COLUMNS } from './compared-columns.js';
import { departmentRows } from './department-rows.js';
import { departmentsSeen, formRows } from './form-rows.js';
import { nearestIndicators, nearestProjects } from './nearest-rows.js';
import { placeYears } from './place-years.js';
import { statementRows } from './statement-rows.js';

/** The answers of the port, at once. */
type Answers = {
  [Question in keyof ComparisonRows]: (
    ...asked: Parameters<ComparisonRows[Question]>
  ) => Awaited<ReturnType<ComparisonRows[Question]>>;
};

export const comparisonRows = (db: Database): Answers => ({
  findProjects: ({ names, texts }, filter) => {
    const named = names.map(
      ({ pairs, least }): Condition => ({
        sql: '(SELECT count(*) FROM json_each(?) pair WHERE instr(v.project, pair.value) > 0) >= ?',
        params: [JSON.stringify(pairs), least],
      }),
    );
    const columns = ['project', 'parent', 'direction', 'annual_goal', 'period_goal', 'purpose'];
    const held = texts.flatMap((text) => columns.map((column) => contains(`v.${column}`, text)));
    const condition = allOf([filterCondition(view('projects'), filter), anyOf([...named, ...held])]);
    return rowsOf<ProjectRow>(db, PROJECT_COLUMNS, 'projects', condition);
  },
  nearestProjects: (search, filter, most) => nearestProjects(db, { search, filter, most }),
  nearestIndicators: (search, filter, most) => nearestIndicators(db, { search, filter, most }),
  projectRow: (id) => {
    const row = prepared(db, `SELECT ${PROJECT_COLUMNS} FROM projects v WHERE v.id = ?`).get(id);
    if (!row) throw new QueryError(`库中没有项目 p${id}`);
    return row as ProjectRow;
  },
  indicatorRows: (projects, texts, filter) =>
    rowsOf<IndicatorRow>(
      db,
      INDICATOR_COLUMNS,
      'indicators',
      allOf([
        filterCondition(view('indicators'), filter),
        anyOf([
          isAmong('v.project_id', projects),
          ...texts.flatMap((text) => [contains('v.name', text), contains('v.description', text)]),
        ]),
      ]),
    ),
  costRows: (projects) => {
    const rows = rowsOf<Omit<CostRow, 'parsed'>>(
      db,
      COST_COLUMNS,
      'costs',
      isAmong('v.project_id', projects),
    );
    const calculations = calculationsOf(
      db,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, parsed: calculations.get(row.id) ?? null }));
  },
  departmentRows: (filter) => departmentRows(db, filter),
  formRows: (filter, own) => formRows(db, filter, own),
  departmentsSeen: (filter) => departmentsSeen(db, filter),
  placeYears: (filter, level) => placeYears(db, filter, level),
  statementRows: (filter, most, own) => statementRows(db, filter, most, own),
});

function view(name: 'projects' | 'indicators'): View {
  const found = findView(`current_${name}`);
  if (!found) throw new Error(`no view ${name}`);
  return found;
}

const rowsOf = <T>(db: Database, columns: string, name: string, { sql, params }: Condition): T[] =>
  db.prepare(`SELECT ${columns} FROM current_${name} v WHERE ${sql} ORDER BY v.id`).all(...params) as T[];

/** Calculations as read, by the id of their row; only the documents concerned are unpacked. */
function calculationsOf(db: Database, ids: readonly number[]): Map<number, Calculation> {
  const found = new Map<number, Calculation>();
  let open = { document: -1, costs: [] as CostLine[] };
  for (const id of ids) {
    const { documentNumber, ordinal } = splitRowId(id);
    if (open.document !== documentNumber) {
      open = { document: documentNumber, costs: costLines(db, documentNumber) };
    }
    const parsed = open.costs[ordinal - 1]?.parsed;
    if (parsed) found.set(id, parsed);
  }
  return found;
}

/** Cost lines of a document in the order their rows are numbered. */
function costLines(db: Database, document: number): CostLine[] {
  const reading = prepared(db, 'SELECT reading FROM document_blobs WHERE number = ?').get(document) as
    | { reading: Buffer }
    | undefined;
  return reading ? unpackJson<Reading>(reading.reading).disclosures.flatMap(({ costs }) => costs) : [];
}
