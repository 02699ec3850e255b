import { SEVERITY_TITLES } from '../../model/facts/severities.js';
import { STAGE_TITLES } from '../../model/facts/stages.js';
import { FINDING_STATE_TITLES, VERDICT_TITLES } from '../../model/finding.js';
import { REVIEW_STATE_TEXT, REVIEW_STATES } from '../../model/review.js';
import type { ReportFinding, RuleDescription } from '../audit-report/audit-report.js';
import { departmentTitle, regionTitle } from '../audit-report/titles.js';
import type { Rows } from '../row.js';
import { type Sheet, type SheetColumn, sheet } from '../workbook/sheet.js';
import { ANSWER_COLUMNS } from './answer-columns.js';

export const LIST_SHEET = '清单';

const FEN_PER_YUAN = 100;
const FEN_PER_WAN = 1_000_000;
const STATE_CHOICES = REVIEW_STATES.map((state) => REVIEW_STATE_TEXT[state].title);

/** A finding of the list, and the row (from 1) where its evidence begins. */
interface Listed extends ReportFinding {
  evidenceRow: number;
}

/**
 * 清单: one row per finding, with columns for the reviewer's answer.
 * @param evidence sheet that holds the evidence, from its second row on, and how many rows each finding has there
 */
export function listSheet(
  findings: Rows<ReportFinding>,
  rules: ReadonlyMap<string, RuleDescription>,
  evidence: { sheet: string; rowsOf: (finding: ReportFinding) => number },
): Sheet {
  const idColumn: SheetColumn<Listed> = {
    title: '编号',
    width: 8,
    value: ({ id }) => `f${id}`,
    link: ({ evidenceRow }) => ({ sheet: evidence.sheet, row: evidenceRow }),
  };
  const onPaper = [idColumn, ...subjectColumns(rules), ...answerColumns];
  return sheet(
    LIST_SHEET,
    [...onPaper, ...figureColumns, ...sourceColumns],
    withEvidenceRows(findings, evidence.rowsOf),
    { printed: onPaper.length },
  );
}

async function* withEvidenceRows(
  findings: Rows<ReportFinding>,
  rowsOf: (finding: ReportFinding) => number,
): AsyncGenerator<Listed> {
  let evidenceRow = 2;
  for await (const each of findings) {
    yield { ...each, evidenceRow };
    evidenceRow += rowsOf(each);
  }
}

const subjectColumns = (rules: ReadonlyMap<string, RuleDescription>): SheetColumn<ReportFinding>[] => [
  { title: '程度', width: 6, value: ({ finding }) => SEVERITY_TITLES[finding.severity] },
  { title: '判断', width: 8, value: ({ finding }) => VERDICT_TITLES[finding.verdict] },
  { title: '变化', width: 8, value: ({ state }) => FINDING_STATE_TITLES[state] },
  { title: '地区', width: 16, value: ({ subject }) => regionTitle(subject) },
  { title: '年度', width: 7, value: ({ subject }) => subject.year },
  { title: '部门', width: 18, value: ({ subject }) => departmentTitle(subject) },
  { title: '项目', width: 20, value: ({ finding }) => finding.project },
  { title: '疑点', width: 18, value: ({ finding }) => rules.get(finding.rule)?.title ?? finding.rule },
  { title: '疑点说明', width: 46, value: ({ finding }) => finding.message },
  { title: '公开值', width: 14, value: ({ finding }) => finding.reported },
  { title: '对照值', width: 14, value: ({ finding }) => finding.expected },
  {
    title: '差额（元）',
    width: 16,
    format: '#,##0.00',
    value: ({ finding }) => divided(finding.differenceFen, FEN_PER_YUAN),
  },
];

const figureColumns: SheetColumn<ReportFinding>[] = [
  {
    title: '差额（万元）',
    width: 13,
    format: '#,##0.00####',
    value: ({ finding }) => divided(finding.differenceFen, FEN_PER_WAN),
  },
  {
    title: '占比（%）',
    width: 9,
    format: '0.00',
    value: ({ finding }) => (finding.differenceShare === null ? null : Number(finding.differenceShare)),
  },
  {
    title: '容差（元）',
    width: 11,
    format: '#,##0.00',
    value: ({ finding }) => divided(finding.toleranceFen, FEN_PER_YUAN),
  },
  { title: '算式', width: 36, value: ({ finding }) => finding.formula },
];

const answerColumns: SheetColumn<ReportFinding>[] = [
  {
    title: ANSWER_COLUMNS.state[0],
    width: 10,
    value: ({ review }) => review && REVIEW_STATE_TEXT[review.state].title,
    answer: { choices: STATE_CHOICES },
  },
  { title: ANSWER_COLUMNS.comment[0], width: 30, value: ({ review }) => review?.comment ?? null, answer: {} },
  { title: ANSWER_COLUMNS.who[0], width: 10, value: ({ review }) => review?.who ?? null, answer: {} },
];

const sourceColumns: SheetColumn<ReportFinding>[] = [
  { title: '阶段', width: 9, value: ({ subject }) => STAGE_TITLES[subject.stage] },
  { title: '原文', width: 30, value: ({ row }) => row.quote ?? null },
  { title: '位置', width: 16, value: ({ row }) => row.place ?? null },
  { title: '文件', width: 30, value: ({ subject }) => subject.path },
  { title: '网址', width: 24, value: ({ subject }) => subject.url },
  { title: '规则', width: 30, value: ({ finding }) => finding.rule },
  { title: ANSWER_COLUMNS.basedOn[0], width: 14, value: ({ review }) => review?.at ?? null },
  { title: ANSWER_COLUMNS.fingerprint[0], width: 18, value: ({ finding }) => finding.fingerprint },
];

const divided = (fen: number | null, by: number): number | null => (fen === null ? null : fen / by);
