import type { BudgetAxis, Horizon, Scope, TextKind } from '../../../model/disclosure.js';
import type { Stage } from '../../../model/facts/stages.js';
import type { SqlValue } from '../../../store/ground/rows.js';
import type { Store } from '../../../store/open-store.js';
import { findingsOf } from '../../findings-of.js';
import type { ListedFinding } from '../../parts/finding-list.js';
import type { ListedIndicator } from '../../parts/indicator-table.js';
import type { Department, EditionNamed } from './find-department.js';

export interface BudgetRow {
  id: number;
  axis: BudgetAxis;
  category: string;
  horizon: Horizon;
  scope: Scope;
  amount_fen: number | null;
  printed: string | null;
}

export interface ProjectRow {
  id: number;
  /** null where it is not printed */
  project: string | null;
  amount_fen: number | null;
  agency: string | null;
  state: string;
  annual_goal: string | null;
}

export interface WorkPlanRow {
  id: number;
  item: string | null;
  office: string | null;
  goal: string | null;
}

export interface TextRow {
  document_id: number;
  kind: TextKind;
  heading: string | null;
  text: string;
  place: string | null;
}

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
  const { rows } = store.sql(
    'SELECT id, title, path FROM documents WHERE id IN (SELECT value FROM json_each(?)) ORDER BY path',
    [JSON.stringify(ids)],
  );
  return rows as unknown as Edition['documents'];
}
