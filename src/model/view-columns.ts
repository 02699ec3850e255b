import { CYCLE_COLUMNS } from './cycle-columns.js';
import { DIAGNOSTIC_TITLES } from './diagnostic.js';
import { CELL_STATUS_TITLES, FORMAT_TITLES, SET_ASIDE_TITLES, UNRESOLVED_TITLES } from './document.js';
import { FIELD_TITLES } from './facts/field-titles.js';
import { SEVERITY_TITLES } from './facts/severities.js';
import { FINDING_STATE_TITLES, SCOPE_TITLES, VERDICT_TITLES } from './finding.js';
import { OUTCOME_TITLES } from './outcome.js';
import { REVIEW_TITLES } from './review.js';
import { columnsOf } from './sections/section.js';
import { closed, integer, real, text } from './sections/section-field.js';
import { SECTIONS } from './sections/sections.js';
import { ID, PLACE, PROJECT, SUBJECT } from './sections/shared-columns.js';
import { TARGET_KIND_TITLES } from './target.js';
import type { ViewColumn } from './view-column.js';

const SEARCHED = { searched: true };

/** What summaries of the whole store are kept by. */
const WHERE_AND_WHEN = SUBJECT.filter(({ name }) => ['province', 'year', 'stage'].includes(name));

const RULE = text('rule', '规则', '规则的固定代码，见 mingzhang rules');
const SEVERITY = closed('severity', '程度', SEVERITY_TITLES, {}, '排序时先重后轻');
const VERDICT = closed('verdict', '判断', VERDICT_TITLES);
const STATE = closed('state', '变化', FINDING_STATE_TITLES, {}, '与上一次核查相比');

/** Columns of every view, by name; src/store/file/migrations defines the same columns in the same order (held by a test). */
export const VIEW_COLUMNS = {
  documents: [
    { ...ID, names: 'd' },
    ...SUBJECT,
    text('sha256', '内容指纹', '文件内容的 SHA-256'),
    text(
      'path',
      '路径',
      '导入时的路径，同一内容有多个路径时取排序最前的；压缩包成员写作 a.zip!/附件/1.docx',
      SEARCHED,
    ),
    text('format', '格式', '由内容判断的格式，见 mingzhang formats', { titles: FORMAT_TITLES }),
    text('title', '标题', '文件自带的标题', SEARCHED),
    text('url', '来源网址', '导入清单给出的网址'),
    closed('outcome', '读取结果', OUTCOME_TITLES),
    integer('forms', '表数', '识别出的表的个数'),
    integer('cells', '单元格数', '已识别的表中非空单元格的个数；不含没有认出的表'),
    integer('set_aside_cells', '搁置单元格数', '有明确理由不作数据的单元格，如签字栏、页码、模板文字'),
    integer(
      'unclaimed_cells',
      '未认领单元格数',
      '已识别的表中没有读成任何字段的单元格；0 表示全部有去向。没有认出的表另计在 unread_rows',
    ),
    integer(
      'unread_rows',
      '未读行数',
      '像绩效表而没有认出的行数：有绩效表用词、接着绩效表、与绩效表同在一个表格里的行，指标挤在一格里的行，没有框线的成行文字；大于 0 的文档读取结果为 partial，见 diagnostics 的 form-not-recognized',
    ),
    integer(
      'recognized_pages',
      '识别页数',
      '由图像识别出文字的页数；这些页上的文字可能认错，把握见 cells 的 confidence',
    ),
    text(
      'unresolved',
      '未确定项',
      'region、year、department 中未能确定的，以逗号分隔；用 mingzhang assign 补上',
      { titles: UNRESOLVED_TITLES, holds: 'list' },
    ),
    integer(
      'superseded_by',
      '被替代',
      '同一公开的较新版本的文档编号；依据同一路径后来的内容，或原文、清单中的日期',
      { names: 'd' },
    ),
  ],
  budgets: columnsOf(SECTIONS.budgets),
  projects: columnsOf(SECTIONS.projects),
  indicators: columnsOf(SECTIONS.indicators),
  costs: columnsOf(SECTIONS.costs),
  plans: columnsOf(SECTIONS.plans),
  work_plan: columnsOf(SECTIONS.work_plan),
  texts: columnsOf(SECTIONS.texts),
  execution: columnsOf(SECTIONS.execution),
  scores: columnsOf(SECTIONS.scores),
  statements: columnsOf(SECTIONS.statements),
  statement_items: columnsOf(SECTIONS.statement_items),
  statements_said: columnsOf(SECTIONS.statements_said),
  ...CYCLE_COLUMNS,
  cells: [
    ...SUBJECT,
    integer('page', '页', '所在的页，从 1 数；没有页的文件为空'),
    integer('table', '表号', '这一页上的第几个表；没有页的文件，全文的第几个表'),
    integer('row', '行', '这一页上表的第几行，重印的表头也数；工作簿为工作表的行号'),
    integer('column', '列', '第几列；工作簿的 A 列为 1'),
    integer('row_span', '跨行', '合并的行数，跨页的各页合计'),
    integer('col_span', '跨列', '合并的列数'),
    text('text', '文字', '单元格文字', SEARCHED),
    closed('status', '去向', CELL_STATUS_TITLES, {}, '未认领也包括像绩效表而没有认出的表的单元格'),
    text('field', '字段', '读成的字段，如 indicator.target', { titles: FIELD_TITLES }),
    closed('reason', '搁置理由', SET_ASIDE_TITLES, {}, '只有搁置的才有'),
    real(
      'confidence',
      '识别把握',
      '由图像识别的文字里把握最小的一个字，0 到 1；小于 0.9 的不足为凭；文件里本有的文字为空',
    ),
    text('reading', '改正前', '人改正过的单元格原来读成什么；没有改正的为空'),
    PLACE,
  ],
  diagnostics: [
    ...SUBJECT,
    text('code', '种类', '遇到的是哪一种事；固定的英文代码，如 target-cut-off', {
      titles: DIAGNOSTIC_TITLES,
    }),
    text('message', '说明', '遇到了什么、如何处理', SEARCHED),
    PLACE,
  ],
  findings: [
    integer('id', '编号', '同一疑点在历次核查中编号不变', { names: 'f' }),
    ...SUBJECT,
    text('fingerprint', '疑点指纹', '由事项和文档内容算出，不含数字，与库中别的文档无关；复核结论据此对应'),
    text('matter', '事项指纹', '由规则、对象、字段算出；同一公开的另一版本里的同一件事，事项指纹相同'),
    integer('run_id', '核查编号', '最近一次报告它的核查，即 finding_runs.run_id'),
    RULE,
    integer('rule_version', '规则版本', '规则改动后加一'),
    SEVERITY,
    VERDICT,
    STATE,
    PROJECT,
    text('message', '说明', '公开了什么、算出来是什么；待核实', SEARCHED),
    text('reported', '公开值', '公开的数字或文字'),
    text('expected', '对照值', '另处所印或由其他数字推算的值'),
    real('difference_wan', '差额（万元）', '公开值减去对照值', { unit: '万元' }),
    text('formula', '算式', '代入数字的算式'),
    text('quote', '原文', '所指单元格的文字', SEARCHED),
    closed('review', '复核', REVIEW_TITLES, {}, '复核的结论'),
    text('reviewer', '复核人', '谁答复的'),
    text('comment', '复核意见', '复核人的说明'),
    PLACE,
  ],
  finding_runs: [
    integer('run_id', '核查编号', '从 1 起，越大越近'),
    text('at', '时间', '核查的时间（UTC）'),
    text('scope', '范围', '核查的范围（JSON）；{} 为全部', { titles: SCOPE_TITLES, holds: 'record' }),
    integer('documents', '文档数', '核查的文档数'),
    text('rule', '规则', '规则的固定代码'),
    integer('fail', '不符', '判断为不符的次数'),
    integer('review', '需人工判断', '判断为需人工判断的次数'),
    integer('pass', '相符', '判断为相符的次数'),
    integer('not_applicable', '不适用', '规则不适用的次数'),
    integer('not_evaluated', '未能核查', '因读不出而未能核查的次数'),
    text('reasons', '原因', '不适用与未能核查的原因及次数（JSON）', { titles: {}, holds: 'record' }),
    integer('new', '新出现', '上一次没有的疑点数'),
    integer('unchanged', '仍存在', '上一次已有的疑点数'),
    integer('resolved', '已消失', '上一次有、这一次没有的疑点数'),
  ],
  indicator_counts: [
    ...WHERE_AND_WHEN,
    text('level1', '一级指标', '统一后的名称'),
    text('level2', '二级指标', '统一后的名称'),
    closed('kind', '指标值类型', TARGET_KIND_TITLES, {}, '指标值读成的类型'),
    integer('indicators', '指标数', '指标的条数', { unit: '条' }),
  ],
  project_counts: [
    ...WHERE_AND_WHEN,
    integer('projects', '项目数', '项目的个数', { unit: '个' }),
    integer('amount_fen', '金额合计（分）', '各项目金额之和，未填的不计', { unit: '分' }),
    real('amount_wan', '金额合计（万元）', '由分换算', { unit: '万元' }),
  ],
  finding_counts: [
    ...WHERE_AND_WHEN,
    RULE,
    SEVERITY,
    VERDICT,
    STATE,
    integer('findings', '疑点数', '疑点的条数', { unit: '条' }),
  ],
} as const satisfies Record<string, readonly ViewColumn[]>;
