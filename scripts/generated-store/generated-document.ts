import type { Region } from '../../src/model/disclosure.js';
import type { ReadDocument } from '../../src/model/document.js';
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

const YEARS = [2022, 2023, 2024];
const PROJECTS = 9;
const INDICATORS_OF_PROJECT = 7;

/** Indicators of every generated document: its projects' and the department's own. */
export const INDICATORS_PER_DOCUMENT = (PROJECTS + 1) * INDICATORS_OF_PROJECT;

/** One department's disclosure of one year, as readers would leave it; the same index and seed give the same document. */
export function generatedDocument(index: number, seed: number, regions: readonly Region[]): ReadDocument {
  const random = new SeededRandom(seed * 1_000_003 + index);
  const pick = <T>(from: readonly T[]): T => from[random.integer(0, from.length - 1)] as T;
  const region = regions[index % regions.length] ?? null;
  const round = Math.floor(index / regions.length);
  const year = YEARS[round % YEARS.length] ?? null;
  const department = DEPARTMENTS[Math.floor(round / YEARS.length) % DEPARTMENTS.length] ?? '水利局';
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
      target: `≥${value}${unit}`,
      level1,
      level2,
      parsed: {
        kind: rate ? 'percent' : 'number',
        operator: '>=',
        value,
        unit,
        quantity: value,
        measure: unit,
      },
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
  return buildDocument({
    path: `${region?.province}/${region?.name}/${year}/${department}-${index}.docx`,
    format: 'docx',
    disclosures: [
      {
        region,
        year,
        department: `${region?.name}${department}`,
        departmentKey: department,
        total: String(random.integer(1000, 9000)),
        projects: Array.from({ length: PROJECTS }, project),
        indicators: indicators(),
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
