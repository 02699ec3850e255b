import type { Stage } from '../../../model/facts/stages.js';
import type { RowOf } from '../../../model/sections/sections.js';
import type { SqlValue } from '../../../model/sql-value.js';
import type { Store } from '../../../store/open-store.js';
import { findingsOf } from '../../findings-of.js';
import type { ListedFinding } from '../../parts/finding-list.js';
import type { ListedIndicator } from '../../parts/indicator-table.js';
import type { Department, EditionNamed } from './find-department.js';

/** Rows of the views as they come from the store, with what the page shows of them. */
export type BudgetRow = RowOf<'budgets'>;
export type ProjectRow = RowOf<'projects'>;
export type WorkPlanRow = RowOf<'work_plan'>;
export type TextRow = RowOf<'texts'>;

/** What a department printed for one year and stage, in the order of the documents. */
export interface Edition extends EditionNamed {
  documents: { id: number; title: string | null; path: string }[];
  /** Of the whole department. */
  budgets: BudgetRow[];
  projects: ProjectRow[];
  /** Of the whole department. */
  indicators: ListedIndicator[];
  workPlan: WorkPlanRow[];
  texts: TextRow[];
  findings: ListedFinding[];
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

export function readEdition(
  store: Store,
  { region, key }: Department,
  { year, stage }: EditionNamed,
): Edition {
  const isOfEdition = (row: Omit<Subject, 'document_id' | 'region' | 'region_code'>): boolean =>
    (row.department_key ?? row.department) === key && row.year === year && row.stage === stage;
  const isMeant = (row: Subject): boolean =>
    (row.region_code === region || row.region === region) && isOfEdition(row);
  const filter = { region, department: key, year: year ?? undefined };
  const rows = <T>(view: string, sort?: string): (T & Subject)[] =>
    (store.query(view, filter, { sort }).rows as unknown as (T & Subject)[]).filter(isMeant);
  const budgets = rows<BudgetRow>('current_budgets').filter(({ project }) => project === null);
  const projects = rows<ProjectRow>('current_projects');
  const indicators = rows<ListedIndicator>('current_indicators').filter((row) => row.project_id === null);
  const workPlan = rows<WorkPlanRow>('current_work_plan');
  const texts = rows<TextRow>('current_texts');
  const found = [budgets, projects, indicators, workPlan, texts].flat();
  const documents = [...new Set(found.map(({ document_id }) => document_id))];
  return {
    ...{ year, stage, budgets, projects, indicators, workPlan, texts },
    findings: findingsOf(store, documents).filter(isOfEdition),
    documents: documentsOf(store, documents),
  };
}

function documentsOf(store: Store, ids: readonly SqlValue[]): Edition['documents'] {
  const documents = store.matching<Edition['documents'][number]>('documents', { id: ids }, [
    'id',
    'title',
    'path',
  ]);
  return documents.sort((a, b) => (a.path < b.path ? -1 : 1));
}
