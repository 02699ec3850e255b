import { fenIn } from '../../../model/facts/money-units.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { compareSum } from '../../figures/intervals.js';
import { type CyclePaper, cyclePapers, type PaperProject } from '../../subjects/cycle-papers.js';
import { CycleRecords, type FoundProject } from '../../subjects/cycle-records.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDepartmentRule, type SubjectIdentity } from '../rule.js';

export const budgetDiffersInReport = defineDepartmentRule<CyclePaper>({
  id: 'budget-differs-in-report',
  version: 1,
  title: '自评表的年初预算与目标表的金额不同',
  severity: 'warning',
  tolerance: 'T1',
  authority: guidance('绩效自评的年初预算数即批复的项目预算', '财预〔2020〕10号'),
  formula: '同一部门同一年度同名项目：自评表资金总额的年初预算数 = 目标表的项目金额',
  why: '执行率以年初（或全年）预算为分母，预算写得不同，执行率就不可比；也可能追加、调减后把调整数填进了年初预算。',
  messages: {
    differs: '项目“{project}”的自评表年初预算为{reported}，{year}年目标表为{expected}，待核实。',
  },
  collect: cyclePapers,
  seriesOf: ({ series }) => series,
  *check(records) {
    const papers = new CycleRecords(records);
    for (const { subject, value } of records) {
      if (value.stage !== 'self-evaluation') continue;
      for (const project of value.projects) {
        const found = [
          ...papers.find(value, project, value.year, 'budget'),
          ...papers.find(value, project, value.year, 'adjusted'),
        ];
        yield { subject, verdict: judge(value, project, found) };
      }
    }
  },
  examples: {
    passes: [
      { title: '年初预算就是目标表的金额', disclosures: [promised('20.00'), reported('20.00', '18.00')] },
      { title: '四舍五入', disclosures: [promised('20'), reported('20.004', '20.004')] },
    ],
    reports: [
      {
        title: '年初预算比目标表的多',
        disclosures: [promised('20.00'), reported('26.50', '26.50')],
        fields: ['execution.initial'],
      },
    ],
    notApplicable: [
      { title: '没有目标表', disclosures: [reported('26.50', '26.50')] },
      { title: '自评没有年初预算', disclosures: [promised('20.00'), reported(undefined, '20.00')] },
    ],
  },
});

function judge(
  paper: CyclePaper,
  project: PaperProject,
  promises: readonly FoundProject<SubjectIdentity>[],
): Verdict {
  const { initial } = project;
  if (initial === null || fenOf(initial) === null) return notApplicable('自评没有年初预算');
  const compared = promises.flatMap(({ project: promise, record }) => {
    const comparison = promise.amount && compareSum(initial, [promise.amount]);
    return promise.amount && comparison && fenOf(promise.amount) !== null
      ? [{ amount: promise.amount, comparison, document: record.subject.document }]
      : [];
  });
  const [first] = compared;
  if (!first) return notApplicable('没有同名项目的目标金额');
  const isOne = ({ amount, comparison }: (typeof compared)[number]): boolean =>
    comparison.agreement !== 'differs' ||
    Math.abs(comparison.differenceFen) <= Math.max(halfOfLastPlace(initial), halfOfLastPlace(amount));
  if (compared.some(isOne)) return pass;
  const finding = {
    field: 'execution.initial',
    project: { name: project.name, code: project.code },
    message: 'differs',
    parameters: {
      project: project.name,
      year: String(paper.year),
      reported: printed(initial.money),
      expected: printed(first.amount.money),
    },
    reported: initial.evidence.quote,
    expected: first.amount.evidence.quote,
    differenceFen: first.comparison.differenceFen,
    totalFen: first.comparison.computedFen,
    operands: [
      { ...initial, label: '自评 年初预算' },
      { ...first.amount, label: '目标表 项目金额', document: first.document },
    ],
  };
  return compared.length > 1 ? review(finding) : fail(finding);
}

/** In fen: two papers may print one amount to other places. */
const halfOfLastPlace = ({ money: { unit, decimals } }: Figure): number =>
  unit === null ? 0 : fenIn(unit) / 10 ** (decimals ?? 0) / 2;

const printed = ({ printed: text, unit }: { printed: string; unit: string | null }): string =>
  unit === null || text.includes('元') ? text.trim() : `${text.trim()} ${unit}`;

function indicators() {
  return [
    { level1: '产出指标', level2: '数量指标', name: '巡河里程', target: '按计划' },
    { level1: '效益指标', level2: '生态效益指标', name: '河道整洁', target: '明显改善' },
  ];
}

function promised(amount: string) {
  return { projects: [{ name: '河道巡查', amount, indicators: indicators() }] };
}

function reported(initial: string | undefined, budget: string) {
  return {
    stage: 'self-evaluation' as const,
    projects: [
      {
        name: '河道巡查',
        kind: 'project-self-evaluation' as const,
        indicators: indicators(),
        execution: { ...(initial === undefined ? {} : { initial }), budget, spent: budget, rate: '100%' },
      },
    ],
  };
}
