import {
  type CyclePaper,
  cyclePapers,
  type PaperIndicator,
  type PaperProject,
} from '../../subjects/cycle-papers.js';
import { CycleRecords, type FoundProject } from '../../subjects/cycle-records.js';
import { listed } from '../../subjects/indicators.js';
import { similarity } from '../../texts/similarity.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDepartmentRule, type SubjectIdentity } from '../rule.js';

/** Names this alike may be one indicator under another name. */
const MAY_BE_ONE = 0.35;
/** Share of the promised indicators that a report must have under their names to be one of them at all. */
const ENOUGH = 0.5;

export const indicatorDroppedInReport = defineDepartmentRule<CyclePaper>({
  id: 'indicator-dropped-in-report',
  version: 1,
  title: '承诺的指标自评表中没有',
  severity: 'warning',
  tolerance: 'none',
  authority: guidance('绩效自评应当覆盖批复的全部绩效指标', '财预〔2020〕10号'),
  formula: '同一部门同一年度同名项目：目标表的每条年度指标都在自评表中',
  why: '没有列入自评的指标没有交代完成没有；也可能改了名称或并入别的指标。',
  messages: {
    dropped: '项目“{project}”{year}年目标表有{of}条指标，其中{count}条自评表中没有：{names}，待核实。',
  },
  collect: cyclePapers,
  seriesOf: ({ series }) => series,
  *check(records) {
    const papers = new CycleRecords(records);
    for (const { subject, value } of records) {
      if (value.stage !== 'self-evaluation') continue;
      for (const project of value.projects) {
        const found = papers.find(value, project, value.year, 'budget');
        const adjusted = papers.find(value, project, value.year, 'adjusted');
        yield { subject, verdict: judge(value, project, found, adjusted.length > 0) };
      }
    }
  },
  examples: {
    passes: [
      { title: '全部指标都自评', disclosures: [promised(), reported(['巡河次数', '清淤长度', '河道整洁'])] },
      {
        title: '改了名称',
        disclosures: [promised(), reported(['巡河次数', '河道清淤长度', '河道整洁'])],
      },
      {
        title: '同一类里另有一条没有对上的',
        disclosures: [promised(), reported(['巡河次数', '疏浚里程', '河道整洁'])],
      },
    ],
    reports: [
      {
        title: '少一条',
        disclosures: [promised(), reported(['巡河次数', '河道整洁'])],
        fields: ['indicators'],
      },
    ],
    notApplicable: [
      { title: '没有目标表', disclosures: [reported(['巡河次数', '河道整洁'])] },
      { title: '指标几乎都不同', disclosures: [promised(), reported(['预算执行率', '河道整洁'])] },
    ],
  },
});

function judge(
  paper: CyclePaper,
  project: PaperProject,
  promises: readonly FoundProject<SubjectIdentity>[],
  isAdjusted: boolean,
): Verdict {
  const [promise, another] = promises;
  if (!promise) return notApplicable('没有同名项目的目标表');
  if (another || isAdjusted) return notApplicable('目标表不止一份，或调整过');
  const { indicators } = promise.project;
  const said = new Set(project.indicators.map(({ key }) => key));
  const missing = indicators.filter(({ key }) => !said.has(key));
  const isReport = indicators.length > 0 && indicators.length - missing.length >= ENOUGH * indicators.length;
  if (!isReport || indicators.length < 3 || project.indicators.length < 2) {
    return notApplicable('自评表不是照目标表的指标列的');
  }
  const promisedKeys = new Set(indicators.map(({ key }) => key));
  const unknown = project.indicators.filter(({ key }) => !promisedKeys.has(key));
  const dropped = missing.filter((each) => !unknown.some((other) => mayBeOne(each, other)));
  if (dropped.length === 0) return pass;
  return fail({
    field: 'indicators',
    project: { name: project.name, code: project.code },
    message: 'dropped',
    parameters: {
      project: project.name,
      year: String(paper.year),
      of: String(indicators.length),
      count: String(dropped.length),
      names: listed(dropped.map(({ name, target }) => `“${name}”（${target.text}）`)),
    },
    reported: String(indicators.length - dropped.length),
    expected: String(indicators.length),
    operands: [
      { ...project.operand, label: `自评 ${project.operand.label}` },
      ...dropped.map(({ operand }) => ({
        ...operand,
        label: `承诺 ${operand.label}`,
        document: promise.record.subject.document,
      })),
    ],
    ...(project.isAdjusted ? { doubts: ['自评的全年预算与年初预算不同，目标可能随预算调整过'] } : {}),
  });
}

/** An indicator of the report that no promise answers to may be a promised one under another name. */
const mayBeOne = (promised: PaperIndicator, reported: PaperIndicator): boolean =>
  promised.level2 === reported.level2 ||
  promised.level2 === null ||
  reported.level2 === null ||
  similarity(promised.name, reported.name) >= MAY_BE_ONE;

function indicators(names: readonly string[]) {
  return names.map((name) =>
    name === '河道整洁'
      ? { level1: '效益指标', level2: '生态效益指标', name, target: '明显改善' }
      : { level1: '产出指标', level2: '数量指标', name, target: '按计划' },
  );
}

function promised() {
  return {
    projects: [
      { name: '河道巡查', amount: '20', indicators: indicators(['巡河次数', '清淤长度', '河道整洁']) },
    ],
  };
}

function reported(names: readonly string[]) {
  return {
    stage: 'self-evaluation' as const,
    projects: [
      {
        name: '河道巡查',
        kind: 'project-self-evaluation' as const,
        amount: '20',
        indicators: indicators(names),
      },
    ],
  };
}
