import type { ReadDocument } from '../../../src/model/document.js';
import type { Store } from '../../../src/model/ports/store.js';
import { buildDocument, type ProjectPlan, SOME_REGION } from '../../support/document-builder.js';
import type { StatementPlan } from '../../support/statement-builder.js';

const county = (code: string, name: string, city: string) => ({ code, name, city, province: '青禾省' });

export const PLACES = [
  SOME_REGION,
  county('990105', '北川县', '临川市'),
  county('990203', '石桥县', '望江市'),
] as const;

const project = (name: string, given: Partial<ProjectPlan> = {}): ProjectPlan => ({
  name,
  wan: '12.5',
  annualGoal: `完成${name}`,
  indicators: [
    { name: `${name}次数`, target: '≥12次', level1: '产出指标', level2: '数量指标' },
    { name: '群众满意度', target: '≥95%', level1: '满意度指标', level2: '服务对象满意度指标' },
  ],
  costs: [{ item: '宣传', wan: '2', calculation: `${name}印刷 2 万元` }],
  ...given,
});

const threePublic = (figures: [before: string, now: string]): StatementPlan => ({
  kind: 'three-public',
  title: '“三公”经费支出表',
  columns: [
    ['上年预算数', 'last-year'],
    ['本年预算数', 'this-year'],
  ],
  lines: [
    { item: '合计', role: 'total', figures },
    { item: '公务接待费', figures },
  ],
});

/** One document a county; the second holds two years, the last could not be read. */
export const SAMPLE: readonly ReadDocument[] = [
  buildDocument({
    path: '2023/云溪/水利局.docx',
    disclosures: [
      {
        year: 2023,
        department: '水利局',
        departmentKey: '水利局',
        total: '90',
        projects: [project('河道清淤')],
        statements: [
          threePublic(['3', '2.5']),
          { kind: 'expenditure', columns: [['合计', 'total']], lines: [{ item: '合计', figures: ['90'] }] },
        ],
        said: [{ subject: '在职人员', count: ['22', '人'], sentence: '在职人员22人。' }],
      },
    ],
  }),
  buildDocument({
    path: '2023/北川/教育局.pdf',
    format: 'pdf',
    disclosures: [
      {
        region: PLACES[1],
        year: 2022,
        department: '教育局',
        departmentKey: '教育局',
        projects: [project('校舍维修', { wan: '7' })],
      },
      {
        region: PLACES[1],
        year: 2023,
        department: '教育局',
        departmentKey: '教育局',
        projects: [project('校舍维修', { wan: '8' }), project('禁毒宣传', { wan: '3' })],
      },
    ],
  }),
  buildDocument({
    path: '2024/石桥/水利局.docx',
    disclosures: [
      {
        region: PLACES[2],
        year: 2024,
        department: '水利局',
        departmentKey: '水利局',
        projects: [project('河道清淤', { wan: '20' })],
      },
    ],
  }),
  buildDocument({ path: '2024/坏.pdf', format: 'pdf', outcome: 'corrupt', reason: '无法打开' }),
];

/** Saves the sample. */
export async function saveSample(store: Store): Promise<void> {
  await store.saveAll(SAMPLE.map((document) => ({ document })));
}

/** The document of the sample with this number. */
export function sample(number: number): ReadDocument {
  const document = SAMPLE[number];
  if (!document) throw new Error(`the sample has no document ${number}`);
  return document;
}
