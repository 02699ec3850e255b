import { countryMap } from '../../../app/place-map.js';
import { SEVERITIES, type Severity } from '../../../model/facts/severities.js';
import type { CountryMap } from '../../../model/place-map.js';
import type { ReviewedFinding } from '../../../model/ports/findings.js';
import type { StoreOverview } from '../../../model/ports/questions.js';
import type { Store } from '../../../model/ports/store.js';
import { pickVaried } from './pick-varied.js';

const NEWEST = 6;
const GRAVEST = 6;
/** Looked through for findings of different rules. */
const GRAVE = 60;
const IMPORTS = 5;

/** What the first page says. */
export interface Home extends Omit<StoreOverview, 'byProvince'> {
  projects: number;
  indicators: number;
  /** Budget statements, blank ones included. */
  statements: number;
  /** Years the store has, the newest first. */
  years: { year: number; disclosures: number }[];
  /** null: of nothing in the store the year is known. */
  map: CountryMap | null;
  newest: NewestDocuments;
  /** null: nothing was audited yet. */
  findings: HomeFindings | null;
}

export interface NewestDocuments {
  /** When the last import that stored something began, ISO 8601; null: none is known. */
  at: string | null;
  documents: NewDocument[];
}

export interface NewDocument {
  id: number;
  path: string;
  title: string | null;
  region: string | null;
  year: number | null;
  department: string | null;
}

export interface HomeFindings {
  /** Findings that stand, and how many of them somebody has answered. */
  progress: { severity: Severity; all: number; answered: number }[];
  /** Of those nobody has answered. */
  gravest: ReviewedFinding[];
}

/** Of the disclosures of the fullest year so many make a later year worth opening with. */
const GOOD_PART = 1 / 3;

/** @param year shown on the map; by default the newest that has a good part of the disclosures of the fullest */
export async function readHome(store: Store, year?: number): Promise<Home> {
  const { byProvince, ...overview } = await store.overview();
  const years = yearsOf(byProvince);
  const shown = year ?? newestFull(years);
  return {
    ...overview,
    projects: (await store.count('projects')).rows,
    indicators: (await store.count('indicators')).rows,
    statements: (await store.count('statements')).rows,
    years,
    map: shown === undefined ? null : await countryMap(store, shown),
    newest: await readNewest(store),
    findings: await readFindings(store),
  };
}

function yearsOf(cells: StoreOverview['byProvince']): Home['years'] {
  const years = new Map<number, number>();
  for (const { year, disclosures } of cells) {
    if (year !== null) years.set(year, (years.get(year) ?? 0) + disclosures);
  }
  return [...years].map(([year, disclosures]) => ({ year, disclosures })).sort((a, b) => b.year - a.year);
}

/** The newest that has a good part of the disclosures of the fullest; `years` has the newest first. */
function newestFull(years: Home['years']): number | undefined {
  const most = Math.max(...years.map(({ disclosures }) => disclosures));
  return years.find(({ disclosures }) => disclosures >= most * GOOD_PART)?.year;
}

/** The documents that were stored last and are still there, the last one first. */
async function readNewest(store: Store): Promise<NewestDocuments> {
  const imports = (await store.imports(IMPORTS)).filter(({ result }) => (result?.newest.length ?? 0) > 0);
  const stored = imports.flatMap(({ result }) => (result?.newest ?? []).toReversed());
  const wanted = [...new Set(stored)];
  const rows = await store.matching<NewDocument & { sha256: string }>('documents', { sha256: wanted }, [
    'id',
    'sha256',
    'path',
    'title',
    'region',
    'year',
    'department',
  ]);
  return {
    at: imports[0]?.started ?? null,
    documents: rows
      .sort((a, b) => wanted.indexOf(a.sha256) - wanted.indexOf(b.sha256))
      .slice(0, NEWEST)
      .map(({ sha256: _, ...document }) => document),
  };
}

async function readFindings(store: Store): Promise<HomeFindings | null> {
  if ((await store.query('finding_runs', {}, { limit: 1 })).rows.length === 0) return null;
  const counts = await store.countReviews({ all: true, reported: true });
  const sum = (of: typeof counts): number => of.reduce((total, { findings }) => total + findings, 0);
  const grave = await store.listReviews({ state: 'open', reported: true }, { limit: GRAVE });
  return {
    progress: SEVERITIES.map((severity) => {
      const own = counts.filter((each) => each.severity === severity);
      return { severity, all: sum(own), answered: sum(own.filter(({ state }) => state !== 'open')) };
    }),
    gravest: pickVaried(gravestOf(grave), ({ rule }) => rule, GRAVEST),
  };
}

/** Those as grave as the first, where they are enough. */
function gravestOf(grave: readonly ReviewedFinding[]): readonly ReviewedFinding[] {
  const first = grave.filter(({ severity }) => severity === grave[0]?.severity);
  return first.length >= GRAVEST ? first : grave;
}
