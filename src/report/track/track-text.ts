import type { DepartmentTrack, RegionTrack, Track, TrackedProject, TrackedYear } from '../../model/track.js';
import { INDICATOR_MARK_TITLES, PROJECT_MARK_TITLES } from '../../model/track.js';
import { renderTable } from '../render-table.js';
import type { Column, Row } from '../row.js';
import { showWan } from '../show-money.js';
import { TRACKED_DEPARTMENT_COLUMNS, trackedDepartmentRows } from './track-columns.js';
import { outcomeWords, summaryWords, tieWords } from './track-titles.js';

/** Promise and result for the terminal. */
export const trackText = (track: Track, width: number): string =>
  track.kind === 'region' ? regionText(track, width) : departmentText(track, width);

function regionText(track: RegionTrack, width: number): string {
  const columns = TRACKED_DEPARTMENT_COLUMNS.filter(({ name }) => name !== 'province');
  return `${track.title}\n${summaryWords(track.total)}\n\n${renderTable(trackedDepartmentRows(track), columns, width)}`;
}

function departmentText(track: DepartmentTrack, width: number): string {
  const { region, department, project, summaries, projects } = track;
  const title = [
    ...(region === null ? [] : [region]),
    department,
    ...(project === null ? [] : [`“${project}”`]),
  ].join(' ');
  return [
    title,
    ...summaries.map(({ year, ...summary }) => `${year} 年：${summaryWords(summary)}`),
    '',
    ...projects.map((each) => projectText(each, width)),
  ].join('\n');
}

const projectText = ({ name, years }: TrackedProject, width: number): string =>
  [`■ ${name ?? '整个部门'}`, ...years.map((year) => yearText(year, name, width))].join('\n');

function yearText(year: TrackedYear, name: string | null, width: number): string {
  const head = [
    `  ${year.year} 年`,
    ...(year.name !== null && year.name !== name ? [`（名为“${year.name}”）`] : []),
    ...(tieWords(year) ? [` ${tieWords(year)}`] : []),
    amountsWords(year) === '' ? '' : `  ${amountsWords(year)}`,
    ...(scoreWords(year) === '' ? [] : [`，${scoreWords(year)}`]),
  ].join('');
  const marks = year.marks.map((mark) => `    ! ${PROJECT_MARK_TITLES[mark]}\n`).join('');
  const rows = year.indicators.map(indicatorRow);
  const columns = COLUMNS.filter((column) => rows.some((row) => (row[column.name] ?? '') !== ''));
  const table = rows.length === 0 ? '' : renderTable(rows, columns, width - 4).replace(/^(?=.)/gm, '    ');
  const why = deviationsOf(year)
    .map((line) => `    ${line}\n`)
    .join('');
  return `${head}\n${marks}${table}${why}`;
}

/** What the report says of why it fell short: as a whole, then indicator by indicator. */
export function deviationsOf({ deviation, indicators }: TrackedYear): string[] {
  return [
    ...(deviation === null ? [] : [`自评说：${joinLines(deviation)}`]),
    ...indicators.flatMap(({ name, deviation: why }) =>
      why === null ? [] : [`“${name}”自评说：${joinLines(why)}`],
    ),
  ];
}

const joinLines = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** `自评 99.5 分优，评价报告 78 分中`. */
export function scoreWords({ score, grade, evaluatedScore, evaluatedGrade }: TrackedYear): string {
  return [
    ...(score === null ? [] : [`自评 ${score} 分${grade ?? ''}`]),
    ...(evaluatedScore === null ? [] : [`评价报告 ${evaluatedScore} 分${evaluatedGrade ?? ''}`]),
  ].join('，');
}

/** `承诺 20.00 → 全年预算 18.00 → 执行 17.00 万元（94.44%）` */
export function amountsWords({
  promisedFen,
  adjustedFen,
  initialFen,
  budgetFen,
  spentFen,
  rate,
}: TrackedYear): string {
  const parts = [
    promisedFen === null ? '' : `承诺 ${showWan(promisedFen)}`,
    promisedFen !== null || initialFen === null ? '' : `年初预算 ${showWan(initialFen)}`,
    adjustedFen === null ? '' : `调整后 ${showWan(adjustedFen)}`,
    budgetFen === null ? '' : `全年预算 ${showWan(budgetFen)}`,
    spentFen === null ? '' : `执行 ${showWan(spentFen)}`,
  ].filter((part) => part !== '');
  if (parts.length === 0) return '';
  return `${parts.join(' → ')} 万元${rate === null ? '' : `（执行率 ${rate}%）`}`;
}

const COLUMNS: Column[] = [
  { name: 'name', title: '指标' },
  { name: 'promised', title: '承诺' },
  { name: 'adjusted', title: '调整后' },
  { name: 'halfway', title: '半年' },
  { name: 'repeated', title: '自评重复' },
  { name: 'actual', title: '完成' },
  { name: 'score', title: '得分', whole: true },
  { name: 'next', title: '下一年' },
  { name: 'outcome', title: '结果', whole: true },
];

const indicatorRow = (each: TrackedYear['indicators'][number]): Row => {
  const weight = each.reportedWeight ?? each.weight;
  return {
    name: each.name,
    promised: each.promised,
    adjusted: each.adjusted !== null && each.adjusted === each.promised ? '同' : each.adjusted,
    halfway: each.halfway,
    repeated:
      each.repeated === (each.adjusted ?? each.promised)
        ? each.repeated === null
          ? null
          : '同'
        : each.repeated,
    actual: each.actual,
    score: each.score === null ? null : `${each.score}${weight === null ? '' : `/${weight}`}`,
    next: each.next,
    outcome: [outcomeWords(each), ...each.marks.map((mark) => INDICATOR_MARK_TITLES[mark])]
      .filter((word) => word !== '')
      .join('；'),
  };
};
