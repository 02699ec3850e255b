/**
 * Prints precision and recall of the links of projects and indicators over labelled papers made by seed: `npm run bench:links`.
 * Thresholds were chosen on odd seeds, the report is on even ones, which use other words (`-- SEED` for another). `--misses` lists what went wrong.
 */
import { pathToFileURL } from 'node:url';
import { linkIndicators } from '../src/compare/links/link-indicators.js';
import { linkProjects } from '../src/compare/links/link-projects.js';
import { cycleIndicator, cycleProject } from '../test/support/cycle-rows.js';
import { labelledIndicators } from './links/labelled-indicators.js';
import type { Becomes, LabelledPapers } from './links/labelled-papers.js';
import { labelledProjects } from './links/labelled-projects.js';

/** Seeds the thresholds were chosen on, and seeds that were not looked at meanwhile. */
export const TUNED_ON = 1;
const HELD_OUT = 2;
/** Departments of each kind; each has some seven pairs. */
const PAPERS = 60;

interface FoundPair {
  before: number;
  after: number;
  doubtful: boolean;
}

export interface LinkScore {
  title: string;
  wanted: number;
  found: number;
  right: number;
  /** Of those that are not marked doubtful. */
  sure: number;
  sureRight: number;
  /** By what became of a thing: how many there are and how many were found. */
  kinds: Map<Becomes, { wanted: number; right: number }>;
  lookAlikes: number;
  lookAlikesLinked: number;
  misses: string[];
}

const projectsOf = ({ years, before, after }: LabelledPapers, stages: boolean): FoundPair[] => {
  const rows = (things: typeof before, isAfter: boolean) =>
    things.map(({ name, figure }, index) =>
      cycleProject({
        id: index + (isAfter ? 1000 : 1),
        project: name,
        amountFen: figure * 1_000_000,
        year: years[isAfter ? 1 : 0],
        region: '青禾县',
        department: '青禾县某局',
      }),
    );
  return linkProjects(rows(before, false), rows(after, true), stages ? 'stage' : 'year').map((link) => ({
    before: link.before.id - 1,
    after: link.after.id - 1000,
    doubtful: link.doubtful,
  }));
};

const indicatorsOf = ({ before, after }: LabelledPapers): FoundPair[] => {
  const rows = (things: typeof before, isAfter: boolean) =>
    things.map(({ name, figure }, index) =>
      cycleIndicator({ id: index + (isAfter ? 1000 : 1), name, quantity: figure, level2: null }),
    );
  return linkIndicators(rows(before, false), rows(after, true), 'stage').flatMap((link) =>
    link.before === null || link.after === null
      ? []
      : [{ before: link.before - 1, after: link.after - 1000, doubtful: link.doubtful }],
  );
};

function score(
  title: string,
  all: readonly LabelledPapers[],
  link: (papers: LabelledPapers) => FoundPair[],
): LinkScore {
  const total: LinkScore = {
    title,
    wanted: 0,
    found: 0,
    right: 0,
    sure: 0,
    sureRight: 0,
    kinds: new Map(),
    lookAlikes: 0,
    lookAlikesLinked: 0,
    misses: [],
  };
  for (const papers of all) {
    const found = link(papers);
    const say = (what: string, { before, after }: { before: number; after: number }): void => {
      total.misses.push(`${what}：${papers.before[before]?.name} → ${papers.after[after]?.name}`);
    };
    const isSame = (a: Omit<FoundPair, 'doubtful'>, b: Omit<FoundPair, 'doubtful'>): boolean =>
      a.before === b.before && a.after === b.after;
    for (const pair of papers.pairs) {
      const kind = total.kinds.get(pair.by) ?? { wanted: 0, right: 0 };
      total.kinds.set(pair.by, kind);
      kind.wanted += 1;
      if (found.some((each) => isSame(each, pair))) kind.right += 1;
      else say(`漏（${pair.by}）`, pair);
    }
    for (const pair of found) {
      const isRight = papers.pairs.some((each) => isSame(each, pair));
      total.found += 1;
      if (!pair.doubtful) total.sure += 1;
      if (isRight) total.right += 1;
      if (isRight && !pair.doubtful) total.sureRight += 1;
      if (!isRight) say(pair.doubtful ? '误（存疑）' : '误', pair);
    }
    total.wanted += papers.pairs.length;
    total.lookAlikes += papers.lookAlikes.length;
    total.lookAlikesLinked += papers.lookAlikes.filter((pair) =>
      found.some((each) => isSame(each, pair)),
    ).length;
  }
  return total;
}

/** Scores over the labelled papers of a seed. */
export function measureLinks(seed: number): LinkScore[] {
  const seeds = Array.from({ length: PAPERS }, (_, n) => seed * 10_007 + n);
  return [
    score(
      '项目，跨年',
      seeds.map((each) => labelledProjects(each, seed, false)),
      (papers) => projectsOf(papers, false),
    ),
    score(
      '项目，目标到自评',
      seeds.map((each) => labelledProjects(each, seed, true)),
      (papers) => projectsOf(papers, true),
    ),
    score(
      '指标',
      seeds.map((each) => labelledIndicators(each, seed)),
      indicatorsOf,
    ),
  ];
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;

function print(seed: number, listMisses: boolean): void {
  console.log(`种子 ${seed}${seed % 2 === TUNED_ON % 2 ? '（定阈值用）' : '（未参与定阈值）'}`);
  for (const each of measureLinks(seed)) {
    console.log(
      `${each.title}  准确率 ${percent(each.right, each.found)}（${each.right}/${each.found} 对）  召回率 ${percent(each.right, each.wanted)}（${each.right}/${each.wanted} 对）  未标存疑的准确率 ${percent(each.sureRight, each.sure)}（${each.sureRight}/${each.sure} 对）  貌似而不是的 ${each.lookAlikes} 对，误连 ${each.lookAlikesLinked}`,
    );
    for (const [kind, { wanted, right }] of each.kinds) console.log(`  ${kind}  ${right}/${wanted}`);
    if (listMisses) for (const miss of each.misses) console.log(`    ${miss}`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const seeds = process.argv
    .slice(2)
    .filter((each) => /^\d+$/.test(each))
    .map(Number);
  for (const seed of seeds.length > 0 ? seeds : [TUNED_ON, HELD_OUT])
    print(seed, process.argv.includes('--misses'));
}
