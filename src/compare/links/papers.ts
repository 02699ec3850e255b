import type { CycleIndicator, CycleProject, CycleRows } from '../../model/cycle.js';
import { STAGES, type Stage } from '../../model/facts/stages.js';
import { lettersAndDigits } from '../bigrams.js';
import { groupBy } from '../group-by.js';

/** What one department disclosed for one year and stage. */
export interface Paper {
  year: number;
  stage: Stage;
  /** Those with a name, each once. */
  projects: CycleProject[];
  /** Indicators of each project; `null`: of the whole department. */
  indicators: ReadonlyMap<number | null, CycleIndicator[]>;
}

/** Stages that say what became of a promise. */
const REPORTS: readonly Stage[] = ['final', 'self-evaluation'];
export const isReport = ({ stage }: Pick<Paper, 'stage'>): boolean => REPORTS.includes(stage);
export const isPromise = ({ stage }: Pick<Paper, 'stage'>): boolean =>
  stage === 'budget' || stage === 'adjusted';

/** The papers of a department, by year and stage. Rows without a year are left out. */
export function papersOf({ projects, indicators }: Pick<CycleRows, 'projects' | 'indicators'>): Paper[] {
  const paperOf = ({ year, stage }: CycleProject | CycleIndicator): string => `${year} ${stage}`;
  const ofProject = groupBy(indicators, ({ projectId }) => projectId);
  const projectsOf = groupBy(projects, paperOf);
  const indicatorsOf = groupBy(indicators, paperOf);
  const keys = new Set([...projectsOf.keys(), ...indicatorsOf.keys()]);
  const papers = [...keys].flatMap((key): Paper[] => {
    const rows = projectsOf.get(key) ?? [];
    const all = indicatorsOf.get(key) ?? [];
    const { year = null, stage } = rows[0] ?? all[0] ?? {};
    if (year === null || stage === undefined) return [];
    const kept = once(rows, (row) => ofProject.get(row.id)?.length ?? 0);
    const whole = ofOneDocument(all.filter(({ projectId }) => projectId === null));
    const held = new Map<number | null, CycleIndicator[]>([[null, ofHorizon(whole)]]);
    for (const { id } of kept) held.set(id, ofHorizon(ofProject.get(id) ?? []));
    return [{ year, stage, projects: kept, indicators: held }];
  });
  return papers.sort((a, b) => a.year - b.year || STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
}

/** What two documents print of one project counts once: the print with more indicators. */
function once(rows: readonly CycleProject[], indicators: (row: CycleProject) => number): CycleProject[] {
  const printed = groupBy(
    rows.filter(({ project }) => project !== ''),
    ({ project, agency, code }) => JSON.stringify([lettersAndDigits(project), agency, code]),
  );
  const kept = [...printed.values()]
    .flatMap((same) => {
      const best = same.reduce((a, b) => (indicators(b) > indicators(a) ? b : a));
      return same.filter((row) => row === best || row.documentId === best.documentId);
    })
    .sort((a, b) => a.id - b.id);
  const isFull = (row: CycleProject): boolean => indicators(row) > 0;
  const named = new Set(kept.filter(isFull).map(({ project }) => lettersAndDigits(project)));
  return kept.filter((row) => isFull(row) || !isOnlyNamed(row) || !named.has(lettersAndDigits(row.project)));
}

/** An evaluation report names its project and nothing else of it. */
export const isOnlyNamed = ({ code, agency, amountFen, stage }: CycleProject): boolean =>
  code === null && agency === null && amountFen === null && isReport({ stage });

/** Of the whole department's indicators those of the document with most of them. */
function ofOneDocument(rows: readonly CycleIndicator[]): CycleIndicator[] {
  const documents = [...groupBy(rows, ({ documentId }) => documentId).values()];
  return documents.reduce<CycleIndicator[]>((most, each) => (each.length > most.length ? each : most), []);
}

/** The year's own indicators, else those of the whole period. */
function ofHorizon(rows: readonly CycleIndicator[]): CycleIndicator[] {
  const annual = rows.filter(({ horizon }) => horizon === 'annual');
  return annual.length > 0 ? annual : [...rows];
}
