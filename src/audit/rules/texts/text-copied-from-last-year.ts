import { createHash } from 'node:crypto';
import type { Project } from '../../../model/disclosure.js';
import { type IndicatorCase, listed, targetOperand } from '../../subjects/indicators.js';
import { placedGoals } from '../../subjects/project-mentions.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDepartmentRule, type StoreRecord } from '../rule.js';

interface YearRecord {
  /** Region, department, stage: whose years are compared. */
  series: string;
  year: number;
  projects: ProjectTexts[];
}

/** A project's goals and indicators, as short as they can be compared, with the cells of the goals and of the first indicator. */
interface ProjectTexts {
  name: string;
  digest: string;
  operands: OperandDraft[];
}

export const textCopiedFromLastYear = defineDepartmentRule<YearRecord>({
  id: 'text-copied-from-last-year',
  version: 1,
  title: '目标和指标与上一年一字不差',
  severity: 'note',
  tolerance: 'none',
  authority: guidance('绩效目标按年度编报，应当与当年的任务和资金相匹配', '财预〔2015〕88号'),
  formula: '同一部门同名项目的目标（20 字以上）和三项以上指标及指标值（成本指标除外），与上一年逐字相同',
  why: '延续性项目的目标可以相近，但连指标值都没有变化，多半是照抄上年，没有按当年的任务重新设定。',
  messages: {
    unchanged:
      '{count}个项目的目标和指标与{year}年逐字相同，占两年都有的{of}个项目的{score}（{names}），待核实。',
  },
  *collect(disclosure) {
    const { region, year, stage, department, departmentKey } = disclosure.disclosure;
    if (!region || !department || year === null) return;
    const series = [region.province, region.code ?? region.name, departmentKey ?? department, stage].join(
      '/',
    );
    const projects = disclosure.disclosure.projects.flatMap((project) => textsOf(project, disclosure));
    if (projects.length > 0) yield { series, year, projects };
  },
  seriesOf: ({ series }) => series,
  *check(records) {
    const byYear = new Map<string, StoreRecord<YearRecord>[]>();
    for (const record of records) {
      const key = `${record.value.series}/${record.value.year}`;
      const same = byYear.get(key);
      if (same) same.push(record);
      else byYear.set(key, [record]);
    }
    for (const record of records) {
      const { series, year } = record.value;
      yield { subject: record.subject, verdict: judge(record, byYear.get(`${series}/${year - 1}`) ?? []) };
    }
  },
  examples: {
    passes: [{ title: '目标改过', disclosures: [inYear(2022, '12次'), inYear(2023, '24次')] }],
    reports: [
      {
        title: '两年一字不差',
        disclosures: [inYear(2022, '12次'), inYear(2023, '12次')],
        fields: ['unchanged'],
      },
    ],
    notApplicable: [{ title: '没有上一年的公开', disclosures: [inYear(2023, '12次')] }],
  },
});

const SHORTEST = 20;
const FEWEST = 3;

function textsOf(project: Project, disclosure: DisclosureSubject): ProjectTexts[] {
  const goals = placedGoals(project, disclosure);
  const indicators = disclosure.forms
    .flatMap((form) => form.entries)
    .filter((entry) => entry.project === project)
    .flatMap((entry) =>
      entry.indicators
        .filter(({ level1 }) => level1 !== '成本指标')
        .map((indicator) => ({ indicator, entry })),
    );
  const goal = [...new Set(goals.map(({ goal: { text } }) => plainText(text)))].sort().join('\n');
  const keys = [...new Set(indicators.map(keyOf))].sort();
  const [first] = indicators;
  if (goal.length < SHORTEST || keys.length < FEWEST || !first) return [];
  const shown = targetOperand(first.entry, first.indicator);
  return [
    {
      name: project.name,
      digest: createHash('sha256')
        .update(JSON.stringify([goal, keys]))
        .digest('base64'),
      operands: [
        ...goals.map(({ goal: { evidence }, reading }) => ({
          label: `${project.name} 目标`,
          evidence,
          form: reading,
        })),
        { ...shown, label: `${project.name} ${keys.length}项指标的第一项` },
      ],
    },
  ];
}

const keyOf = ({ indicator: { name, target } }: IndicatorCase): string =>
  `${plainText(name)}|${plainText(target ?? '')}`;

function judge({ value }: StoreRecord<YearRecord>, before: StoreRecord<YearRecord>[]): Verdict {
  if (before.length === 0) return notApplicable('没有上一年的公开');
  const earlier = new Map(
    before.flatMap((record) =>
      record.value.projects.map((project) => [plainText(project.name), { record, project }] as const),
    ),
  );
  const both = value.projects.flatMap((project) => {
    const known = earlier.get(plainText(project.name));
    return known ? [{ project, known }] : [];
  });
  if (both.length === 0) return notApplicable('上一年没有同名的项目');
  const unchanged = both.filter(({ project, known }) => project.digest === known.project.digest);
  if (unchanged.length === 0) return pass;
  return fail({
    field: 'unchanged',
    project: null,
    message: 'unchanged',
    parameters: {
      count: String(unchanged.length),
      of: String(both.length),
      score: `${Math.round((100 * unchanged.length) / both.length)}%`,
      year: String(value.year - 1),
      names: listed(unchanged.map(({ project }) => project.name).sort()),
    },
    reported: String(unchanged.length),
    operands: unchanged.flatMap(({ project, known }) => [
      ...project.operands,
      ...known.project.operands.map((operand) => ({
        ...operand,
        label: `${value.year - 1}年 ${operand.label}`,
        document: known.record.subject.document,
      })),
    ]),
  });
}

function inYear(year: number, target: string) {
  const indicators = ['巡逻', '走访', '调解'].map((what) => ({
    level1: '产出指标',
    name: `${what}次数`,
    target,
  }));
  return {
    year,
    projects: [
      { name: '甲', annualGoal: '组织辖区的社区积极开展平安创建活动，使治安秩序良好。', indicators },
    ],
  };
}
