import { otherTarget } from '../../../model/promises/other-target.js';
import {
  type CyclePaper,
  cyclePapers,
  type PaperIndicator,
  type PaperProject,
  sameIndicatorIn,
} from '../../subjects/cycle-papers.js';
import { CycleRecords, type FoundProject } from '../../subjects/cycle-records.js';
import { listed } from '../../subjects/indicators.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDepartmentRule, type SubjectIdentity } from '../rule.js';

export const targetChangedInReport = defineDepartmentRule<CyclePaper>({
  id: 'target-changed-in-report',
  version: 1,
  title: '自评表重复的指标值与承诺的不同',
  severity: 'warning',
  tolerance: 'T0',
  authority: guidance(
    '绩效自评应当对照年初批复的绩效目标和指标值；调整目标应当履行报批程序',
    '财预〔2020〕10号',
  ),
  formula: '同一部门同一年度同名项目的同名指标：自评表的年度指标值 = 目标表（或预算调整）的指标值',
  why: '自评用了另一个指标值，完成情况就不是对照承诺得出的；可能中途依程序调整过目标而没有公开。',
  messages: {
    changed: '项目“{project}”的自评表有{count}项指标的指标值与{year}年目标表不同：{cases}，待核实。',
  },
  collect: cyclePapers,
  seriesOf: ({ series }) => series,
  *check(records) {
    const papers = new CycleRecords(records);
    for (const { subject, value } of records) {
      if (value.stage !== 'self-evaluation') continue;
      for (const project of value.projects) {
        const promises = papers.find(value, project, value.year, 'budget');
        const adjusted = papers.find(value, project, value.year, 'adjusted');
        yield { subject, verdict: judge(value, project, promises, adjusted) };
      }
    }
  },
  examples: {
    passes: [
      { title: '照承诺的指标值自评', disclosures: [promised('200'), reported('200')] },
      {
        title: '预算调整时改过指标值',
        disclosures: [promised('200'), { ...promised('150'), stage: 'adjusted' }, reported('150')],
      },
      {
        title: '一年叫每年的名称',
        disclosures: [promised('200', '2023年河道巡查'), reported('200', '河道巡查')],
      },
    ],
    reports: [
      {
        title: '自评的指标值比承诺的低',
        disclosures: [promised('200'), reported('150')],
        fields: ['targets'],
      },
    ],
    notApplicable: [
      { title: '没有目标表', disclosures: [reported('150')] },
      {
        title: '另一期的项目',
        disclosures: [promised('200', '河道巡查一期'), reported('150', '河道巡查二期')],
      },
    ],
  },
});

type Found = FoundProject<SubjectIdentity>;

function judge(
  paper: CyclePaper,
  project: PaperProject,
  promises: readonly Found[],
  adjusted: readonly Found[],
): Verdict {
  if (promises.length === 0) return notApplicable('没有同名项目的目标表');
  const changed = project.indicators.flatMap((said) => changeOf(said, promises, adjusted) ?? []);
  if (changed.length === 0) return pass;
  const cases = changed.map(
    ({ said, promise }) => `“${said.name}”承诺“${promise.target.text}”，自评写“${said.target.text}”`,
  );
  return fail({
    field: 'targets',
    project: { name: project.name, code: project.code },
    message: 'changed',
    parameters: {
      project: project.name,
      count: String(changed.length),
      year: String(paper.year),
      cases: listed(cases, '；'),
    },
    reported: changed.map(({ said }) => said.target.text).join('、'),
    expected: changed.map(({ promise }) => promise.target.text).join('、'),
    operands: changed.flatMap(({ said, promise, document }) => [
      { ...said.operand, label: `自评 ${said.operand.label}` },
      { ...promise.operand, label: `承诺 ${promise.operand.label}`, document },
    ]),
    ...(project.isAdjusted ? { doubts: ['自评的全年预算与年初预算不同，目标可能随预算调整过'] } : {}),
  });
}

/** The promise a repeated target departs from; null where one of the promises has it, or none can be compared. */
function changeOf(
  said: PaperIndicator,
  promises: readonly Found[],
  adjusted: readonly Found[],
): { said: PaperIndicator; promise: PaperIndicator; document: string } | null {
  const found = [...promises, ...adjusted].flatMap(({ project, record }) => {
    const promise = sameIndicatorIn(project, said);
    return promise ? [{ said, promise, document: record.subject.document }] : [];
  });
  const [first] = found;
  const isChanged = found.every(({ promise }) => {
    const { isOther, isSure } = otherTarget(promise.target, said.target, promise, () => true);
    return isOther && isSure;
  });
  return first && isChanged ? first : null;
}

function promised(times: string, name = '河道巡查') {
  return {
    projects: [
      {
        name,
        amount: '20',
        indicators: [
          indicator('巡河次数', `≥${times}次`, times),
          { level1: '效益指标', name: '河道整洁', target: '明显改善' },
        ],
      },
    ],
  };
}

function reported(times: string, name = '河道巡查') {
  const [project] = promised(times, name).projects;
  return {
    stage: 'self-evaluation' as const,
    projects: project ? [{ ...project, kind: 'project-self-evaluation' as const }] : [],
  };
}

function indicator(name: string, target: string, value: string) {
  const parsed: [
    kind: 'number',
    operator: '>=',
    value: string,
    unit: string,
    quantity: string,
    measure: string,
  ] = ['number', '>=', value, '次', value, '次'];
  return { level1: '产出指标', level2: '数量指标', name, target, parsed };
}
