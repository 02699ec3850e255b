/** Prints precision and recall of "the same thing" over the labelled names of data/similar/labelled.json. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { coreIndicator, coreName, kernelIndicator, kernelName } from '../src/compare/core-name.js';
import { groupAlike } from '../src/compare/group-alike.js';
import { nameTie } from '../src/compare/name-tie.js';
import { SETTINGS } from '../src/compare/similar-settings.js';

const topicSchema = z.strictObject({
  topic: z.string(),
  /** `tune`: thresholds and words were chosen on it; `held-out`: they were not. */
  use: z.enum(['tune', 'held-out']),
  /** Names of one list are the same thing, of two lists are not. */
  things: z.array(z.array(z.string())),
});
/** Thresholds shown beside the one in use. */
const SWEPT = [0.5, 0.55, 0.6, 0.65, 0.7];

const labelledSchema = z.strictObject({ projects: z.array(topicSchema), indicators: z.array(topicSchema) });
type Topic = z.infer<typeof topicSchema>;

interface Score {
  found: number;
  right: number;
  wanted: number;
  misses: string[];
}

interface Naming {
  core: (name: string) => string;
  kernel: (core: string) => string;
}

const PROJECTS: Naming = { core: (name) => coreName(name), kernel: kernelName };
const INDICATORS: Naming = { core: coreIndicator, kernel: kernelIndicator };

/** Pairs of names put together by the grouping of a topic, against the pairs that belong together. */
function scoreOf(topic: Topic, { core, kernel }: Naming, threshold: number): Score {
  const names = topic.things.flatMap((thing, label) => thing.map((name) => ({ name, label })));
  const groups = groupAlike(
    names,
    nameTie<{ name: string }>(({ name }) => core(name), threshold, kernel),
  );
  const groupOf = new Map(groups.flatMap((group, index) => group.members.map(({ item }) => [item, index])));
  const score: Score = { found: 0, right: 0, wanted: 0, misses: [] };
  for (const [index, a] of names.entries()) {
    for (const b of names.slice(index + 1)) {
      const together = groupOf.get(a) === groupOf.get(b);
      const same = a.label === b.label;
      if (together) score.found += 1;
      if (same) score.wanted += 1;
      if (together && same) score.right += 1;
      if (together !== same) score.misses.push(`${same ? '漏' : '误'}：${a.name} · ${b.name}`);
    }
  }
  return score;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;

const sumOf = (scores: readonly Score[]): Score => ({
  found: scores.reduce((sum, { found }) => sum + found, 0),
  right: scores.reduce((sum, { right }) => sum + right, 0),
  wanted: scores.reduce((sum, { wanted }) => sum + wanted, 0),
  misses: scores.flatMap(({ misses }) => misses),
});

interface Measure {
  kind: '项目' | '指标';
  use: Topic['use'];
  /** At the threshold in use. */
  score: Score;
  topics: { topic: string; score: Score }[];
  /** At other thresholds. */
  swept: { least: number; score: Score }[];
}

/** Scores of projects and indicators, over the names thresholds were chosen on and over the others. */
export function measureSimilar(): Measure[] {
  const url = new URL('../data/similar/labelled.json', import.meta.url);
  const labelled = labelledSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
  const kinds = [
    { kind: '项目' as const, all: labelled.projects, naming: PROJECTS, least: SETTINGS.sameName },
    { kind: '指标' as const, all: labelled.indicators, naming: INDICATORS, least: SETTINGS.sameIndicator },
  ];
  return kinds.flatMap(({ kind, all, naming, least }) =>
    (['tune', 'held-out'] as const).map((use) => {
      const chosen = all.filter((topic) => topic.use === use);
      const at = (threshold: number): Score =>
        sumOf(chosen.map((topic) => scoreOf(topic, naming, threshold)));
      return {
        kind,
        use,
        score: at(least),
        topics: chosen.map((topic) => ({ topic: topic.topic, score: scoreOf(topic, naming, least) })),
        swept: SWEPT.map((threshold) => ({ least: threshold, score: at(threshold) })),
      };
    }),
  );
}

const line = (title: string, { found, right, wanted }: Score): string =>
  `${title}  准确率 ${percent(right, found)}（${right}/${found} 对）  召回率 ${percent(right, wanted)}（${right}/${wanted} 对）`;

const USES: Record<Topic['use'], string> = { tune: '定阈值用', 'held-out': '未参与定阈值' };

/** `--misses` lists the pairs put together or kept apart wrongly. */
export function main(): void {
  for (const { kind, use, score, topics, swept } of measureSimilar()) {
    console.log(line(`${kind}（${USES[use]}）合计`, score));
    for (const topic of topics) console.log(line(`  ${topic.topic}`, topic.score));
    if (process.argv.includes('--misses')) for (const miss of score.misses) console.log(`    ${miss}`);
    for (const { least, score: other } of swept) console.log(line(`  阈值 ${least.toFixed(2)}`, other));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
