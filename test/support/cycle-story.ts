import { parseTarget } from '../../normalizers/parse/target/parse-target.js';
import { parseActual } from '../../normalizers/recognize/tables/indicators/parse-actual.js';
import type { ReadDocument } from '../../src/model/document.js';
import type { Store } from '../../src/model/ports/store.js';
import { linkDepartments } from '../../src/pipeline/subjects/link-departments.js';
import {
  buildDocument,
  type DisclosurePlan,
  type IndicatorPlan,
  type ProjectPlan,
} from './document-builder.js';

interface Told {
  actual?: string;
  weight?: string;
  score?: string;
  level2?: string;
}

/** An indicator with its texts read as readers read them. */
export function told(
  name: string,
  target: string,
  { actual, weight, score, level2 = '数量指标' }: Told = {},
): IndicatorPlan {
  const parsed = parseTarget({ text: target, name, level2 });
  return {
    name,
    target,
    level2,
    parsed,
    ...(weight === undefined ? {} : { weight }),
    ...(score === undefined ? {} : { score }),
    ...(actual === undefined ? {} : { actual, actualParsed: parseActual(actual, parsed, { name, level2 }) }),
  };
}

const paper = (
  path: string,
  year: number,
  stage: DisclosurePlan['stage'],
  projects: ProjectPlan[],
): ReadDocument => buildDocument({ path, disclosures: [{ year, stage, projects }] });

/** Three years of one department: a bar that is lowered, a target changed in the report, an indicator left out, a project never reported. */
export const CYCLE_STORY: readonly ReadDocument[] = [
  paper('2022/目标.docx', 2022, 'budget', [
    {
      name: '河道清淤经费',
      wan: '60',
      code: '99010422',
      indicators: [
        told('清淤河道长度', '≥20公里', { weight: '20' }),
        told('巡河次数', '≥200次', { weight: '15' }),
        told('群众满意度', '≥95%', { weight: '10', level2: '服务对象满意度指标' }),
        told('水质达标率', '≥90%', { weight: '15', level2: '质量指标' }),
      ],
    },
    {
      name: '水利工程维修养护和山洪预警经费',
      wan: '35',
      indicators: [told('维修水闸', '≥6座'), told('预警短信', '≥5000条')],
    },
    { name: '节水宣传经费', wan: '5', indicators: [told('宣传活动', '≥4场')] },
  ]),
  paper('2022/自评.docx', 2022, 'self-evaluation', [
    {
      name: '河道清淤项目',
      wan: '60',
      code: '99010422',
      spending: ['60', '55', '54.2'],
      score: '98',
      indicators: [
        told('河道清淤长度', '≥20公里', { actual: '31公里', weight: '25', score: '25' }),
        told('巡河次数', '≥150次', { actual: '168次', weight: '15', score: '15' }),
        told('群众满意度', '≥95%', { actual: '91%', weight: '5', score: '5', level2: '服务对象满意度指标' }),
      ],
    },
    {
      name: '水利工程维修养护和山洪预警经费',
      wan: '35',
      spending: ['38', '35', '35'],
      score: '100',
      indicators: [
        told('维修水闸', '≥6座', { actual: '6座', weight: '30', score: '30' }),
        told('预警短信', '≥5000条', { actual: '5000条', weight: '30', score: '30' }),
      ],
    },
  ]),
  paper('2023/目标.docx', 2023, 'budget', [
    {
      name: '2023年河道清淤经费',
      wan: '62',
      indicators: [
        told('河道清淤长度', '≥18公里'),
        told('巡河次数', '≥200次'),
        told('群众满意度', '≥95%', { level2: '服务对象满意度指标' }),
      ],
    },
    { name: '水利工程维修养护经费', wan: '22', indicators: [told('维修水闸', '≥6座')] },
    { name: '山洪预警经费', wan: '12', indicators: [told('预警短信', '≥5000条')] },
  ]),
  paper('2023/调整.docx', 2023, 'adjusted', [
    { name: '2023年河道清淤经费', wan: '50', indicators: [told('河道清淤长度', '≥15公里')] },
  ]),
  paper('2023/自评.docx', 2023, 'self-evaluation', [
    {
      name: '河道清淤经费',
      wan: '50',
      spending: ['62', '50', '49.5'],
      score: '96',
      indicators: [
        told('河道清淤长度', '≥15公里', { actual: '15公里', weight: '20', score: '20' }),
        told('巡河次数', '≥200次', { actual: '203次', weight: '20', score: '20' }),
        told('群众满意度', '≥95%', {
          actual: '97%',
          weight: '10',
          score: '10',
          level2: '服务对象满意度指标',
        }),
      ],
    },
  ]),
  paper('2024/目标.docx', 2024, 'budget', [
    {
      name: '河道清淤及岸线管护经费',
      wan: '70',
      indicators: [told('河道清淤长度', '≥10公里'), told('巡河次数', '≥200次')],
    },
    { name: '山洪预警经费', wan: '12', indicators: [told('预警短信', '≥5000条')] },
  ]),
];

export async function saveStory(store: Store): Promise<void> {
  for (const document of CYCLE_STORY) await store.save(document);
  await linkDepartments(store);
}
