import type { Severity } from '../../../model/facts/severities.js';
import type { ImportRecord } from '../../../model/import-record.js';
import type { StoreOverview } from '../../../model/ports/questions.js';
import type { Store } from '../../../model/ports/store.js';

/** Rules named on the first page. */
const RULES = 6;
const IMPORTS = 5;

/** What the first page says. */
export interface Home extends Omit<StoreOverview, 'byProvince'> {
  projects: number;
  indicators: number;
  /** Budget statements, blank ones included. */
  statements: number;
  /** Documents that a later version supersedes; their rows are counted too. */
  superseded: number;
  /** Findings of the newest audit; null where nothing was audited yet. */
  findings: HomeFindings | null;
  /** The province with most disclosures first; null: unknown. */
  byProvince: { province: string | null; years: ReadonlyMap<number | null, number>; all: number }[];
  years: (number | null)[];
  /** The latest, newest first. */
  imports: ImportRecord[];
}

export interface HomeFindings {
  severities: Record<Severity, number>;
  /** Rules with most findings. */
  rules: { rule: string; count: number }[];
}

export async function readHome(store: Store): Promise<Home> {
  const { byProvince, ...overview } = await store.overview();
  return {
    ...overview,
    projects: (await store.count('projects')).rows,
    indicators: (await store.count('indicators')).rows,
    statements: (await store.count('statements')).rows,
    superseded: overview.documents - (await store.count('current_documents')).rows,
    findings: await readFindings(store),
    byProvince: provincesOf(byProvince),
    years: [...new Set(byProvince.map(({ year }) => year))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity)),
    imports: await store.imports(IMPORTS),
  };
}

function provincesOf(cells: StoreOverview['byProvince']): Home['byProvince'] {
  const provinces = new Map<string | null, Map<number | null, number>>();
  for (const { province, year, disclosures } of cells) {
    const years = provinces.get(province) ?? new Map<number | null, number>();
    provinces.set(province, years.set(year, disclosures));
  }
  return [...provinces]
    .map(([province, years]) => ({ province, years, all: [...years.values()].reduce((a, b) => a + b, 0) }))
    .sort((a, b) => b.all - a.all);
}

async function readFindings(store: Store): Promise<HomeFindings | null> {
  if ((await store.query('finding_runs', {}, { limit: 1 })).rows.length === 0) return null;
  const counts = await store.facets('findings', {}, ['severity', 'rule']);
  const of = (severity: Severity): number => counts.find(({ value }) => value === severity)?.count ?? 0;
  return {
    severities: { error: of('error'), warning: of('warning'), note: of('note') },
    rules: counts
      .filter(({ column }) => column === 'rule')
      .slice(0, RULES)
      .map(({ value, count }) => ({ rule: String(value), count })),
  };
}
