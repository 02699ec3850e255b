import { countAll } from '../../model/facts/severities.js';
import { TOLERANCE_TITLES } from '../../model/finding.js';
import { REVIEW_STATE_TEXT, REVIEW_STATES } from '../../model/review.js';
import type { AuditReport } from '../audit-report/audit-report.js';
import { reportFacts } from '../audit-report/report-facts.js';
import { CAUTION } from '../audit-report/titles.js';
import { type Sheet, type SheetColumn, sheet } from '../workbook/sheet.js';
import { MOST_LINKS } from '../workbook/sheet-rows.js';
import { ANSWER_COLUMNS } from './answer-columns.js';

export type CoverLine = [label: string, text: string];

const COLUMNS: SheetColumn<CoverLine>[] = [
  { title: '说明', width: 18, value: ([label]) => label },
  { title: '内容', width: 100, value: ([, text]) => text },
];

/** 说明: what this workbook is, how it came about, and how to answer in it. */
export const coverSheet = (report: AuditReport): Sheet =>
  linesSheet([
    ['性质', CAUTION],
    ...reportFacts(report),
    ...answerLines(countAll(report.listed)),
    ['打印', '“清单”只打印到“复核人”一列；要带证据的底稿，请用 mingzhang audit --format html 写出网页再打印'],
  ]);

/** 说明, of these lines. */
export const linesSheet = (lines: readonly CoverLine[]): Sheet =>
  sheet('说明', COLUMNS, lines, { isFiltered: false });

/** What the columns of the list mean, and how to answer in them. */
export const answerLines = (findings: number): CoverLine[] => [
  ['程度', '错误：按公开的数字直接算出的不符；提醒：应当核对；提示：值得看一眼，常有合理的解释'],
  ['判断', '不符：数字确定；需人工判断：差额可由四舍五入解释，或读取、口径没有把握'],
  ['容差', Object.values(TOLERANCE_TITLES).join('；')],
  ['公开值、对照值', '公开值是文件中所印；对照值是另处所印或由其他数字推算；差额为公开值减对照值'],
  [
    '对照原文',
    '“清单”的编号链接到“证据”中的每一个数；“证据”的编号链接回清单（清单可以排序，证据请只筛选、不排序）',
  ],
  ...(findings > MOST_LINKS
    ? [['链接', `疑点超过 ${MOST_LINKS} 条，其后各行没有链接，请按编号在“证据”中查找`] as CoverLine]
    : []),
  [
    '填写复核结论',
    `在“清单”的${ANSWER_COLUMNS.state[0]}、${ANSWER_COLUMNS.comment[0]}、${ANSWER_COLUMNS.who[0]}三列填写，状态从下拉列表选择；可以排序、筛选、加列、删行，请保留“${ANSWER_COLUMNS.basedOn[0]}”和“${ANSWER_COLUMNS.fingerprint[0]}”两列`,
  ],
  ...REVIEW_STATES.map((state): CoverLine => {
    const { title, meaning } = REVIEW_STATE_TEXT[state];
    return [`状态：${title}`, meaning];
  }),
  ['交回', 'mingzhang audit review --from 本文件.xlsx'],
];
