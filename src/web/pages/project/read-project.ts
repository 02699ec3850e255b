import { HTTPException } from 'hono/http-exception';
import type { BudgetLine, CostLine, Disclosure, ProjectMention } from '../../../model/disclosure.js';
import { QueryError } from '../../../model/facts/query-error.js';
import type { Store } from '../../../model/ports/store.js';
import type { RowOf } from '../../../model/sections/sections.js';
import { findingsOf } from '../../findings-of.js';
import type { ListedFinding } from '../../parts/finding-list.js';
import { INDICATOR_TABLE_COLUMNS, type ListedIndicator } from '../../parts/indicator-table.js';

export type ProjectRecord = RowOf<'projects'>;

export interface ProjectDetails {
  project: ProjectRecord;
  /** Where it is mentioned: rows of summaries and lists, its own form. */
  mentions: ProjectMention[];
  /** Its own funding by axis, with the ids of the rows. */
  budgets: { id: number; line: BudgetLine }[];
  indicators: ListedIndicator[];
  costs: { id: number; line: CostLine }[];
  plans: { step: string; share: number | null; place: string }[];
  findings: ListedFinding[];
  /** Projects of this name in the same department, other years and stages. */
  otherYears: Pick<ProjectRecord, 'id' | 'year' | 'stage' | 'amount_fen'>[];
}

/** @throws HTTPException 404 where the store has no such project */
export async function readProject(store: Store, id: number): Promise<ProjectDetails> {
  const [project] = await store.matching<ProjectRecord>('projects', { id });
  if (!project)
    throw new HTTPException(404, { message: `库中没有项目 p${id}；它所在的文档可能已删除或重读` });
  const { document_id: document } = project;
  return {
    project,
    ...(await readLines(store, id, document)),
    indicators: await store.matching<ListedIndicator>(
      'indicators',
      { project_id: id },
      INDICATOR_TABLE_COLUMNS,
    ),
    plans: await store.matching<ProjectDetails['plans'][number]>(
      'plans',
      { document_id: document, project_id: id },
      ['step', 'share', 'place'],
    ),
    findings: (await findingsOf(store, [document]))
      .filter((finding) => finding.project === project.project)
      .map((finding) => ({ ...finding, project: null })),
    otherYears: await otherYearsOf(store, project),
  };
}

/** Lines of the project as they stand in the document, which holds what was read of calculations and places. */
async function readLines(
  store: Store,
  id: number,
  documentId: number,
): Promise<Pick<ProjectDetails, 'mentions' | 'budgets' | 'costs'>> {
  const located = await store.locate(`p${id}`);
  const document = located.kind === 'project' ? await store.load(located.sha256) : null;
  if (located.kind !== 'project' || !document) throw new QueryError(`p${id} 不是项目`);
  const own = document.disclosures[located.disclosure];
  const project = own?.projects[located.index];
  const linesOf = async <T extends { project: number | null }>(
    view: 'budgets' | 'costs',
    lines: (disclosure: Disclosure) => readonly T[],
  ): Promise<{ id: number; line: T }[]> => {
    const rows = await store.matching(view, { document_id: documentId }, ['id']);
    return document.disclosures
      .flatMap((disclosure) => lines(disclosure).map((line) => ({ disclosure, line })))
      .map((each, n) => ({ ...each, id: Number(rows[n]?.id) }))
      .filter(({ disclosure, line }) => disclosure === own && line.project === project?.id);
  };
  return {
    mentions: project?.mentions ?? [],
    budgets: await linesOf('budgets', ({ budgets }) => budgets),
    costs: await linesOf('costs', ({ costs }) => costs),
  };
}

async function otherYearsOf(
  store: Store,
  { id, project, region, region_code: code, department, department_key: key }: ProjectRecord,
): Promise<ProjectDetails['otherYears']> {
  const [place, office] = [code ?? region, key ?? department];
  if (place === null || office === null || project === null) return [];
  const { rows } = await store.query('current_projects', { region: place, department: office, project });
  const same = rows as unknown as ProjectRecord[];
  return same
    .filter((row) => row.id !== id && row.project === project)
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
}
