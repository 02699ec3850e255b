import type { Region } from '../../src/model/disclosure.js';
import type { ReadDocument } from '../../src/model/document.js';
import type { Stage } from '../../src/model/facts/stages.js';
import { buildDocument, type IndicatorPlan, type ProjectPlan } from '../../test/support/document-builder.js';
import { SeededRandom } from '../../test/support/seeded-random.js';
import { generatedStatements } from './generated-statements.js';
import {
  ACTIONS,
  DEPARTMENTS,
  FORMS,
  LEVELS,
  OBJECTS,
  PURPOSES,
  QUALITIES,
  SUBJECTS,
  UNITS,
} from './generated-words.js';

/** The papers of one department in the order of their documents: promise and result of two years, and the next promise. */
const PAPERS: readonly [year: number, stage: Stage][] = [
  [2022, 'budget'],
  [2022, 'self-evaluation'],
  [2023, 'budget'],
  [2023, 'self-evaluation'],
  [2024, 'budget'],
];
const PROJECTS = 9;
const INDICATORS_OF_PROJECT = 7;

/** Indicators of every generated document: its projects' and the department's own. */
export const INDICATORS_PER_DOCUMENT = (PROJECTS + 1) * INDICATORS_OF_PROJECT;

/**
 * One paper of a department, as readers would leave it; the same index and seed give the same document. Its papers speak of the
 * same projects: some are renamed, some targets moved, some actual values short of them.
 */
export function generatedDocument(index: number, seed: number, regions: readonly Region[]): ReadDocument {
  const unit = Math.floor(index / PAPERS.length);
  const [year, stage] = PAPERS[index % PAPERS.length] ?? [2022, 'budget'];
  const region = regions[unit % regions.length] ?? null;
  const department = DEPARTMENTS[Math.floor(unit / regions.length) % DEPARTMENTS.length] ?? '水利局';
  const paper: Paper = { year, stage, random: new SeededRandom(seed * 2_000_029 + index) };
  const { projects, indicators } = departmentOf(new SeededRandom(seed * 1_000_003 + unit));
  return buildDocument({
    path: `${region?.province}/${region?.name}/${year}/${department}-${stage}-${unit}.docx`,
    format: 'docx',
    disclosures: [
      {
        region,
        year,
        stage,
        department: `${region?.name}${department}`,
        departmentKey: department,
        total: String(paper.random.integer(1000, 9000)),
        projects: projects.map((project) => ofPaper(project, paper)),
        indicators: indicators.map((indicator) => indicatorOfPaper(indicator, paper)),
        statements: generatedStatements(new SeededRandom(seed * 3_000_017 + index)),
        said: [
          {
            subject: '在职人员',
            sentence: `本部门在职人员${20 + (index % 80)}人。`,
            count: [String(20 + (index % 80)), '人'],
          },
        ],
      },
    ],
  });
}

interface Paper {
  year: number;
  stage: Stage;
  random: SeededRandom;
}

/** What a department does year by year. */
function departmentOf(random: SeededRandom): { projects: ProjectPlan[]; indicators: IndicatorPlan[] } {
  const pick = <T>(from: readonly T[]): T => from[random.integer(0, from.length - 1)] as T;
  const number = (): string => String(random.integer(1, 999) * (random.next() < 0.2 ? 100 : 1));
  const indicator = (_: unknown, n: number): IndicatorPlan => {
    const [level1, level2] = LEVELS[n % LEVELS.length] ?? LEVELS[0];
    const rate = n % LEVELS.length === 6;
    const value = rate ? String(random.integer(80, 100)) : number();
    const unit = rate ? '%' : pick(UNITS);
    return {
      name: `${pick(ACTIONS)}${pick(OBJECTS)}${pick(QUALITIES)}`,
      description:
        random.next() < 0.6
          ? `${pick(ACTIONS)}${pick(SUBJECTS)}${pick(OBJECTS)}，${pick(PURPOSES)}`
          : undefined,
      ...targetOf(value, unit),
      level1,
      level2,
    };
  };
  const indicators = (): IndicatorPlan[] => Array.from({ length: INDICATORS_OF_PROJECT }, indicator);
  const project = (): ProjectPlan => ({
    name: `${pick(SUBJECTS)}${pick(FORMS)}`,
    wan: String(random.integer(1, 900)),
    annualGoal: `${pick(ACTIONS)}${pick(SUBJECTS)}${pick(OBJECTS)}${number()}${pick(UNITS)}，${pick(PURPOSES)}，${pick(PURPOSES)}。`,
    purpose: `用于${pick(SUBJECTS)}${pick(ACTIONS)}${pick(OBJECTS)}`,
    indicators: indicators(),
    costs: [pick(OBJECTS), pick(OBJECTS)].map((item) => ({
      item: `${item}费`,
      wan: String(random.integer(1, 400)),
      calculation: `${item}${number()}${pick(UNITS)}×${number()}元`,
    })),
  });
  return { projects: Array.from({ length: PROJECTS }, project), indicators: indicators() };
}

const targetOf = (value: string, unit: string): Pick<IndicatorPlan, 'target' | 'parsed'> => ({
  target: `≥${value}${unit}`,
  parsed: {
    kind: unit === '%' ? 'percent' : 'number',
    operator: '>=',
    value,
    unit,
    quantity: value,
    measure: unit,
  },
});

/** Shares of what differs from one paper to the next. */
const RENAMED = 0.1;
const MOVED = 0.2;
const DROPPED = 0.05;
const SHORT = 0.15;

function ofPaper(project: ProjectPlan, paper: Paper): ProjectPlan {
  const { random, stage, year } = paper;
  const isReport = stage === 'self-evaluation';
  const { name, wan = '1', indicators = [], costs } = project;
  const renamed = random.next() < RENAMED ? (isReport ? `${name}管理` : `${year}年${name}`) : name;
  const spent = String(Math.max(1, Math.floor((Number(wan) * random.integer(70, 100)) / 100)));
  return {
    ...project,
    name: renamed,
    indicators: indicators
      .filter(() => !isReport || random.next() >= DROPPED)
      .map((each) => indicatorOfPaper(each, paper)),
    ...(isReport
      ? { costs: [], spending: [wan, wan, spent], score: String(random.integer(80, 100)) }
      : { costs }),
  };
}

function indicatorOfPaper(indicator: IndicatorPlan, { random, stage }: Paper): IndicatorPlan {
  const { value = '1', unit = '次' } = indicator.parsed ?? {};
  const figure = Number(value);
  if (stage !== 'self-evaluation') {
    const moved = String(Math.max(1, Math.round((figure * random.integer(60, 100)) / 100)));
    return random.next() < MOVED ? { ...indicator, ...targetOf(moved, unit ?? '') } : indicator;
  }
  const share =
    random.next() < SHORT ? random.integer(60, 99) : random.integer(100, unit === '%' ? 100 : 150);
  const actual = String(Math.round((figure * share) / 100));
  return {
    ...indicator,
    weight: '10',
    score: share < 100 ? '8' : '10',
    actual: `${actual}${unit}`,
    actualParsed: { ...targetOf(actual, unit ?? '').parsed, operator: null },
  };
}
