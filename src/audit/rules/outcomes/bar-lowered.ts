import { isLowered } from '../../../model/promises/is-lowered.js';
import {
  type CyclePaper,
  cyclePapers,
  type PaperProject,
  sameIndicatorIn,
} from '../../subjects/cycle-papers.js';
import { CycleRecords, type FoundProject } from '../../subjects/cycle-records.js';
import { listed } from '../../subjects/indicators.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDepartmentRule, type SubjectIdentity } from '../rule.js';

export const barLowered = defineDepartmentRule<CyclePaper>({
  id: 'bar-lowered',
  version: 2,
  title: '下一年的指标值比上一年的实际完成值明显放宽',
  severity: 'note',
  tolerance: 'T0',
  authority: guidance(
    '绩效目标应当参考历史数据，与预算资金量相匹配；自评结果应当用于改进下一年度的目标',
    '财预〔2015〕88号',
  ),
  formula:
    '同一部门同名项目的同名指标：上一年实际完成值与本年指标值之差，在指标的方向上不超过实际完成值的 20%',
  why: '已经做到的，再承诺时放宽两成以上（越多越好的承诺得更少，越少越好的承诺得更多），目标就没有约束；也可能任务减少、资金压减，或上一年有特殊因素。',
  messages: {
    lowered:
      '项目“{project}”有{count}项指标{year}年的指标值比{before}年的实际完成值放宽两成以上：{cases}，待核实。',
  },
  collect: cyclePapers,
  seriesOf: ({ series }) => series,
  *check(records) {
    const papers = new CycleRecords(records);
    for (const { subject, value } of records) {
      if (value.stage !== 'budget') continue;
      for (const project of value.projects) {
        yield {
          subject,
          verdict: judge(value, project, papers.find(value, project, value.year - 1, 'self-evaluation')),
        };
      }
    }
  },
  examples: {
    passes: [
      { title: '比实际低一成', disclosures: [reached('220'), promisedNext('200')] },
      { title: '没有印方向', disclosures: [reached('300'), promisedNext('200', null)] },
      { title: '越少越好而承诺更少', disclosures: [reached('300', '<='), promisedNext('200', '<=')] },
    ],
    reports: [
      {
        title: '做到 300 次，下一年承诺 200 次',
        disclosures: [reached('300'), promisedNext('200')],
        fields: ['targets'],
      },
      {
        title: '越少越好：降到 200 次，下一年承诺不超过 300 次',
        disclosures: [reached('200', '<='), promisedNext('300', '<=')],
        fields: ['targets'],
      },
    ],
    notApplicable: [{ title: '没有上一年的自评', disclosures: [promisedNext('200')] }],
  },
});

function judge(
  paper: CyclePaper,
  project: PaperProject,
  reports: readonly FoundProject<SubjectIdentity>[],
): Verdict {
  if (reports.length === 0) return notApplicable('没有上一年同名项目的自评');
  const lowered = project.indicators.flatMap((next) => {
    const found = reports.flatMap(({ project: before, record }) => {
      const said = sameIndicatorIn(before, next);
      return said?.actual ? [{ next, said, actual: said.actual, document: record.subject.document }] : [];
    });
    const [first] = found;
    return first && found.every(({ actual }) => isLowered(actual, next.target, next) === 'surely')
      ? [first]
      : [];
  });
  if (lowered.length === 0) return pass;
  return fail({
    field: 'targets',
    project: { name: project.name, code: project.code },
    message: 'lowered',
    parameters: {
      project: project.name,
      count: String(lowered.length),
      year: String(paper.year),
      before: String(paper.year - 1),
      cases: listed(
        lowered.map(
          ({ next, actual }) => `“${next.name}”上年完成“${actual.text}”，本年承诺“${next.target.text}”`,
        ),
        '；',
      ),
    },
    reported: lowered.map(({ next }) => next.target.text).join('、'),
    operands: lowered.flatMap(({ next, said, document }) => [
      { ...next.operand, label: `${paper.year}年 ${next.operand.label}` },
      { ...(said.actualOperand ?? said.operand), document },
    ]),
  });
}

function goal() {
  return { level1: '效益指标', level2: '生态效益指标', name: '河道整洁', target: '明显改善' };
}

function reached(times: string, operator: '>=' | '<=' = '>=') {
  return {
    year: 2022,
    stage: 'self-evaluation' as const,
    projects: [
      {
        name: '河道巡查',
        kind: 'project-self-evaluation' as const,
        indicators: [
          { ...indicator('200', operator), actual: `${times}次`, actualParsed: figures(times, null) },
          goal(),
        ],
      },
    ],
  };
}

function promisedNext(times: string, operator: '>=' | '<=' | null = '>=') {
  return {
    year: 2023,
    projects: [{ name: '河道巡查', amount: '20', indicators: [indicator(times, operator), goal()] }],
  };
}

function figures(
  value: string,
  operator: '>=' | '<=' | null,
): ['number', '>=' | '<=' | null, string, string, string, string] {
  return ['number', operator, value, '次', value, '次'];
}

function indicator(times: string, operator: '>=' | '<=' | null) {
  const sign = operator === null ? '' : operator === '>=' ? '≥' : '≤';
  return {
    level1: '产出指标',
    level2: '数量指标',
    name: '巡河次数',
    target: `${sign}${times}次`,
    parsed: figures(times, operator),
  };
}
