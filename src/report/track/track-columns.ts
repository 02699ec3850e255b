import { JUDGEMENT_TITLES, STATUS_TITLES } from '../../model/cycle.js';
import type { DepartmentSummary, DepartmentTrack, RegionTrack } from '../../model/track.js';
import { INDICATOR_MARK_TITLES, PROJECT_MARK_TITLES } from '../../model/track.js';
import type { Column, Row } from '../row.js';
import { outcomeWords, tieWords } from './track-titles.js';

const SUBJECT: Column[] = [
  { name: 'region', title: '地区' },
  { name: 'department', title: '部门' },
];
const WAN = { unit: '万元' } as const;

/** One project of one year a row. */
export const TRACKED_PROJECT_COLUMNS: Column[] = [
  ...SUBJECT,
  { name: 'project', title: '项目' },
  { name: 'year', title: '年度' },
  { name: 'name', title: '当年名称' },
  { name: 'tie', title: '与上一年' },
  { name: 'promised_wan', title: '承诺（万元）', ...WAN },
  { name: 'adjusted_wan', title: '调整后（万元）', ...WAN },
  { name: 'initial_wan', title: '自评年初预算（万元）', ...WAN },
  { name: 'budget_wan', title: '自评全年预算（万元）', ...WAN },
  { name: 'spent_wan', title: '执行（万元）', ...WAN },
  { name: 'rate', title: '执行率（%）' },
  { name: 'score', title: '自评得分' },
  { name: 'grade', title: '等级' },
  { name: 'evaluated_score', title: '评价报告得分' },
  { name: 'evaluated_grade', title: '评价报告等级' },
  { name: 'deviation', title: '偏差原因' },
  { name: 'marks', title: '标记' },
  { name: 'promised_row', title: '目标编号', whole: true },
  { name: 'reported_row', title: '自评编号', whole: true },
];

/** One indicator of one year a row. */
export const TRACKED_INDICATOR_COLUMNS: Column[] = [
  ...SUBJECT,
  { name: 'project', title: '项目' },
  { name: 'year', title: '年度' },
  { name: 'level2', title: '二级指标' },
  { name: 'name', title: '指标' },
  { name: 'promised', title: '承诺的指标值' },
  { name: 'adjusted', title: '调整后的指标值' },
  { name: 'halfway', title: '半年完成值' },
  { name: 'repeated', title: '自评重复的指标值' },
  { name: 'actual', title: '实际完成值' },
  { name: 'weight', title: '分值' },
  { name: 'score', title: '得分' },
  { name: 'deviation', title: '偏差原因' },
  { name: 'next', title: '下一年的指标值' },
  { name: 'status', title: '结果类别', titles: STATUS_TITLES },
  { name: 'outcome', title: '结果' },
  { name: 'kept', title: '对照承诺', titles: JUDGEMENT_TITLES },
  { name: 'marks', title: '标记' },
  { name: 'row', title: '指标编号', whole: true },
  { name: 'reported_row', title: '自评指标编号', whole: true },
  { name: 'next_row', title: '下一年指标编号', whole: true },
];

/** One department and year a row. */
export const TRACKED_DEPARTMENT_COLUMNS: Column[] = [
  { name: 'province', title: '省' },
  { name: 'city', title: '市' },
  ...SUBJECT,
  { name: 'year', title: '年度' },
  { name: 'promised', title: '承诺的指标' },
  { name: 'evaluated', title: '项目有自评的' },
  { name: 'reported', title: '报告了完成值的' },
  { name: 'comparable', title: '可比的' },
  { name: 'kept', title: '完成' },
  { name: 'exceeded', title: '大幅优于目标' },
  { name: 'missed', title: '未完成' },
  { name: 'changed', title: '指标值改变' },
  { name: 'dropped', title: '自评中没有' },
];

const wan = (fen: number | null): number | null => (fen === null ? null : fen / 1_000_000);
const idOf = (letter: 'p' | 'i', id: number | null): string | null => (id === null ? null : `${letter}${id}`);

export const trackedProjectRows = ({ region, department, projects }: DepartmentTrack): Row[] =>
  projects.flatMap(({ name, years }) =>
    years.map((year) => ({
      region,
      department,
      project: name ?? '（整个部门）',
      year: year.year,
      name: year.name,
      tie: tieWords(year) || null,
      promised_wan: wan(year.promisedFen),
      adjusted_wan: wan(year.adjustedFen),
      initial_wan: wan(year.initialFen),
      budget_wan: wan(year.budgetFen),
      spent_wan: wan(year.spentFen),
      rate: year.rate,
      score: year.score,
      grade: year.grade,
      evaluated_score: year.evaluatedScore,
      evaluated_grade: year.evaluatedGrade,
      deviation: year.deviation,
      marks: year.marks.map((mark) => PROJECT_MARK_TITLES[mark]).join('；') || null,
      promised_row: idOf('p', year.promisedId ?? year.adjustedId),
      reported_row: year.reportedIds.map((id) => `p${id}`).join('、') || null,
    })),
  );

export const trackedIndicatorRows = ({ region, department, projects }: DepartmentTrack): Row[] =>
  projects.flatMap(({ name: project, years }) =>
    years.flatMap(({ year, indicators }) =>
      indicators.map((each) => ({
        region,
        department,
        project: project ?? '（整个部门）',
        year,
        level2: each.level2,
        name: each.name,
        promised: each.promised,
        adjusted: each.adjusted,
        halfway: each.halfway,
        repeated: each.repeated,
        actual: each.actual,
        weight: each.reportedWeight ?? each.weight,
        score: each.score,
        deviation: each.deviation,
        next: each.next,
        status: each.status,
        outcome: outcomeWords(each),
        kept: each.kept,
        marks: each.marks.map((mark) => INDICATOR_MARK_TITLES[mark]).join('；') || null,
        row: idOf('i', each.status === null ? null : each.id),
        reported_row: idOf('i', each.reportedId),
        next_row: idOf('i', each.nextId),
      })),
    ),
  );

export const trackedDepartmentRows = ({ departments }: RegionTrack): Row[] =>
  departments.map((each: DepartmentSummary) => ({ ...each }));
