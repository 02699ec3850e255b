import { type DepartmentStatements, departmentStatements } from '../../../app/department-statements.js';
import type { RowSubject } from '../../../model/comparison.js';
import type { Stage } from '../../../model/facts/stages.js';
import type { Store } from '../../../model/ports/store.js';
import type { RowOf } from '../../../model/sections/sections.js';
import type { SqlValue } from '../../../model/sql-value.js';
import { findingsOf } from '../../findings-of.js';
import type { ListedFinding } from '../../parts/finding-list.js';
import type { ListedIndicator } from '../../parts/indicator-table.js';
import type { Department, EditionNamed } from './find-department.js';

/** Rows of the views as they come from the store, with what the page shows of them. */
export type BudgetRow = RowOf<'budgets'>;
export type EditionProject = RowOf<'projects'>;
export type WorkPlanRow = RowOf<'work_plan'>;
export type EditionText = RowOf<'texts'>;

/** What a department printed for one year and stage, in the order of the documents. */
export interface DepartmentEdition extends EditionNamed {
  documents: { id: number; title: string | null; path: string }[];
  /** Of the whole department. */
  budgets: BudgetRow[];
  projects: EditionProject[];
  /** Of the whole department. */
  indicators: ListedIndicator[];
  workPlan: WorkPlanRow[];
  texts: EditionText[];
  findings: ListedFinding[];
  /** Its budget statements, and its project forms beside them. */
  pack: DepartmentStatements;
}

interface Subject {
  region: string | null;
  region_code: string | null;
  stage: Stage;
  year: number | null;
  department: string | null;
  department_key: string | null;
  document_id: number;
  project?: string | null;
  project_id?: number | null;
}

export async function readEdition(
  store: Store,
  { region, key }: Department,
  { year, stage }: EditionNamed,
): Promise<DepartmentEdition> {
  const isOfEdition = (row: Omit<Subject, 'document_id' | 'region' | 'region_code'>): boolean =>
    (row.department_key ?? row.department) === key && row.year === year && row.stage === stage;
  const isMeant = (row: Subject): boolean =>
    (row.region_code === region || row.region === region) && isOfEdition(row);
  const isRowMeant = (row: RowSubject): boolean =>
    (row.regionCode === region || row.region === region) &&
    (row.departmentKey ?? row.department) === key &&
    row.year === year &&
    row.stage === stage;
  const filter = { region, department: key, year: year ?? undefined };
  const rows = async <T>(view: string, sort?: string): Promise<(T & Subject)[]> =>
    ((await store.query(view, filter, { sort })).rows as unknown as (T & Subject)[]).filter(isMeant);
  const budgets = (await rows<BudgetRow>('current_budgets')).filter(({ project }) => project === null);
  const projects = await rows<EditionProject>('current_projects');
  const indicators = (await rows<ListedIndicator>('current_indicators')).filter(
    (row) => row.project_id === null,
  );
  const workPlan = await rows<WorkPlanRow>('current_work_plan');
  const texts = await rows<EditionText>('current_texts');
  const { statements, items } = await store.statementRows(filter);
  const own = statements.filter(isRowMeant);
  const covered = projects.map(({ amount_fen: amountFen, has_form }) => ({
    amountFen,
    hasForm: has_form === 1,
  }));
  const documents = [
    ...new Set([
      ...[budgets, projects, indicators, workPlan, texts].flat().map(({ document_id }) => document_id),
      ...own.map(({ documentId }) => documentId),
    ]),
  ];
  return {
    ...{ year, stage, budgets, projects, indicators, workPlan, texts },
    pack: departmentStatements({ statements: own, items }, covered),
    findings: (await findingsOf(store, documents)).filter(isOfEdition),
    documents: await documentsOf(store, documents),
  };
}

async function documentsOf(store: Store, ids: readonly SqlValue[]): Promise<DepartmentEdition['documents']> {
  const documents = await store.matching<DepartmentEdition['documents'][number]>('documents', { id: ids }, [
    'id',
    'title',
    'path',
  ]);
  return documents.sort((a, b) => (a.path < b.path ? -1 : 1));
}
