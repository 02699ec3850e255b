import type { Severity } from '../../../model/finding.js';
import type { Store } from '../../../store/open-store.js';

/** What the first page says. */
export interface Home {
  documents: number;
  counties: number;
  departments: number;
  projects: number;
  indicators: number;
  /** Sum of the projects' amounts, 万元. */
  amountWan: number;
  /** Documents whose region, year or department is unknown. */
  unresolved: number;
  /** Findings of the newest audit by severity; null where nothing was audited yet. */
  findings: Record<Severity, number> | null;
  /** Disclosures by province and year; null: unknown. */
  byProvince: { province: string | null; years: ReadonlyMap<number | null, number>; all: number }[];
  years: (number | null)[];
}

export function readHome(store: Store): Home {
  const summary = store.summary();
  const [counts] = store.sql(
    'SELECT count(DISTINCT region) AS counties, count(DISTINCT department_key) AS departments FROM documents',
  ).rows;
  const [money] = store.sql('SELECT coalesce(sum(amount_wan), 0) AS amount FROM project_counts').rows;
  const cells = store.sql(
    'SELECT province, year, count(*) AS documents FROM documents WHERE forms > 0 GROUP BY province, year ORDER BY year',
  ).rows;
  const provinces = new Map<string | null, Map<number | null, number>>();
  for (const { province, year, documents } of cells) {
    const name = province === null ? null : String(province);
    const years = provinces.get(name) ?? new Map<number | null, number>();
    years.set(year === null ? null : Number(year), Number(documents));
    provinces.set(name, years);
  }
  return {
    documents: summary.documents,
    counties: Number(counts?.counties),
    departments: Number(counts?.departments),
    projects: summary.projects,
    indicators: summary.indicators,
    amountWan: Number(money?.amount),
    unresolved: summary.unresolved,
    findings: readFindings(store),
    byProvince: [...provinces]
      .map(([province, years]) => ({ province, years, all: [...years.values()].reduce((a, b) => a + b, 0) }))
      .sort((a, b) => b.all - a.all),
    years: [...new Set(cells.map(({ year }) => (year === null ? null : Number(year))))],
  };
}

function readFindings(store: Store): Home['findings'] {
  const { rows } = store.sql('SELECT 1 FROM finding_runs LIMIT 1');
  if (rows.length === 0) return null;
  const counts = new Map(
    store.facets('findings', {}, ['severity']).map(({ value, count }) => [value, count]),
  );
  return {
    error: counts.get('error') ?? 0,
    warning: counts.get('warning') ?? 0,
    note: counts.get('note') ?? 0,
  };
}
