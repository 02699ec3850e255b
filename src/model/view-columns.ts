import { SET_ASIDE_REASONS } from './document.js';
import { SEVERITIES } from './facts/severities.js';
import { STAGES } from './facts/stages.js';
import { OUTCOMES } from './outcome.js';
import { TARGET_KINDS } from './target.js';

export type ColumnType = 'integer' | 'real' | 'text';

/** One column of a view; every column may be null. */
export interface ViewColumn {
  /** English key: column name in SQL, JSON and `--headers en`. */
  name: string;
  /** Chinese header of CSV and tables; unique within a view. */
  title: string;
  type: ColumnType;
  meaning: string;
  /** `分`, `万元`, `%`; absent where the column has none or each row its own. */
  unit?: string;
  /** Closed list of values. */
  values?: readonly (string | number)[];
  /** Searched by `--text`. */
  searched?: boolean;
}

type More = Pick<ViewColumn, 'unit' | 'values' | 'searched'>;

const text = (name: string, title: string, meaning: string, more: More = {}): ViewColumn => ({
  name,
  title,
  type: 'text',
  meaning,
  ...more,
});
const integer = (name: string, title: string, meaning: string, more: More = {}): ViewColumn => ({
  ...text(name, title, meaning, more),
  type: 'integer',
});
const real = (name: string, title: string, meaning: string, more: More = {}): ViewColumn => ({
  ...text(name, title, meaning, more),
  type: 'real',
});

const SEARCHED = { searched: true };
const HORIZONS = { values: ['annual', 'period'] };

const id = integer('id', '编号', '同一内容总是同一编号，与导入次序无关');

/** Columns every row of a document has: where and when it belongs. */
const SUBJECT: ViewColumn[] = [
  integer('document_id', '文档编号', '所在文档，即 documents.id'),
  text('province', '省', '省、自治区、直辖市'),
  text('city', '市', '地级市、州、盟；直辖市与省直管县为空'),
  text('region', '地区', '公开单位所在的行政区'),
  text('region_code', '行政区划代码', 'GB/T 2260 六位代码；没有代码的地方（如开发区）为空'),
  integer('year', '年度', '预算年度'),
  text('stage', '阶段', 'budget 部门预算、adjusted 预算调整、self-evaluation 自评', { values: STAGES }),
  text('department', '部门', '部门名称，与原文一致，不含代码'),
  text('department_key', '部门统一名称', '同一部门在各地共用的名称，用于跨地区比较'),
];

/** What summaries of the whole store are kept by. */
const WHERE_AND_WHEN = SUBJECT.filter(({ name }) => ['province', 'year', 'stage'].includes(name));

const PLACE = text(
  'place',
  '位置',
  '原文中的位置：p31 t2 r5 c3 为第 31 页第 2 表第 5 行第 3 列，Sheet1!C7 为工作表单元格，¶12 为第 12 段',
);
const PROJECT = text(
  'project',
  '项目',
  '项目名称（去掉编号）；空表示整个部门，有项目编号时表示名称没有印出',
  SEARCHED,
);
const PROJECT_ID = integer('project_id', '项目编号', '即 projects.id；空表示整个部门');

const money = (title: string): ViewColumn[] => [
  integer('amount_fen', `${title}（分）`, '精确金额；未填、涉密、单位不明时为空', { unit: '分' }),
  real('amount_wan', `${title}（万元）`, '由分换算，便于阅读与排序', { unit: '万元' }),
];

const RULE = text('rule', '规则', '规则的固定代码，见 mingzhang rules');
const SEVERITY = text('severity', '程度', 'error 错误、warning 提醒、note 提示；排序时先重后轻', {
  values: SEVERITIES,
});
const VERDICT = text('verdict', '判断', 'fail 不符、review 需人工判断', { values: ['fail', 'review'] });
const STATE = text('state', '变化', '与上一次核查相比：new 新出现、unchanged 仍存在', {
  values: ['new', 'unchanged'],
});

/** Columns of every view, by name; src/store/file/migrations defines the same columns in the same order (held by a test). */
export const VIEW_COLUMNS = {
  documents: [
    id,
    ...SUBJECT,
    text('sha256', '内容指纹', '文件内容的 SHA-256'),
    text(
      'path',
      '路径',
      '导入时的路径，同一内容有多个路径时取排序最前的；压缩包成员写作 a.zip!/附件/1.docx',
      SEARCHED,
    ),
    text('format', '格式', '由内容判断的格式'),
    text('title', '标题', '文件自带的标题', SEARCHED),
    text('url', '来源网址', '导入清单给出的网址'),
    text('outcome', '读取结果', '含义见 mingzhang import --help', { values: OUTCOMES }),
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
    text(
      'unresolved',
      '未确定项',
      'region、year、department 中未能确定的，以逗号分隔；用 mingzhang assign 补上',
    ),
    integer('superseded_by', '被替代', '同一公开的较新版本的文档编号；仅依据原文或清单中的日期'),
  ],
  budgets: [
    id,
    ...SUBJECT,
    PROJECT_ID,
    PROJECT,
    text(
      'axis',
      '口径',
      'total 资金总额、revenue 按收入性质、expenditure 按支出性质、funding 财政与其他资金',
      {
        values: ['total', 'revenue', 'expenditure', 'funding'],
      },
    ),
    text('category', '类别', '资金总额、一般公共预算拨款、基本支出、财政资金等，去掉“其中”与编号', SEARCHED),
    text('horizon', '期间', 'annual 年度、period 实施期', HORIZONS),
    text('scope', '范围', 'own 本级、all-levels 含下级', { values: ['own', 'all-levels'] }),
    ...money('金额'),
    text('printed', '原文金额', '单元格中的金额文字'),
    PLACE,
  ],
  projects: [
    id,
    ...SUBJECT,
    text('project', '项目', '项目名称（去掉编号）；空表示没有印出', SEARCHED),
    text('project_printed', '原文项目名称', '与原文一致', SEARCHED),
    text('project_code', '项目编码', '财政项目库编码'),
    text('parent', '所属专项', '所属专项的名称', SEARCHED),
    text('direction', '支出方向', '支出方向（子项），照印', SEARCHED),
    text('agency', '实施单位', '预算单位或实施单位', SEARCHED),
    text('attribute', '项目属性', '如 新增项目、延续项目'),
    ...money('金额'),
    text('period', '实施期', '项目实施期'),
    text('annual_goal', '年度绩效目标', '与原文一致', SEARCHED),
    text('period_goal', '实施期绩效目标', '与原文一致', SEARCHED),
    text('purpose', '资金用途', '与原文一致', SEARCHED),
    integer('has_form', '有项目表', '1 有自己的绩效目标表，0 只在汇总表中出现', { values: [0, 1] }),
    text('state', '状态', 'disclosed 已公开、secret 涉密不公开', { values: ['disclosed', 'secret'] }),
    PLACE,
  ],
  indicators: [
    id,
    ...SUBJECT,
    PROJECT_ID,
    PROJECT,
    text('level1', '一级指标', '统一后的名称'),
    text('level2', '二级指标', '统一后的名称'),
    text('level1_printed', '原文一级指标', '与原文一致'),
    text('level2_printed', '原文二级指标', '与原文一致'),
    text('name', '指标', '三级指标名称（去掉编号）', SEARCHED),
    text('name_printed', '原文指标名称', '与原文一致', SEARCHED),
    text('description', '绩效指标描述', '与原文一致', SEARCHED),
    text('target', '指标值', '与原文一致；符号、数值、单位分列时连写', SEARCHED),
    text('horizon', '期间', 'annual 年度、period 实施期', HORIZONS),
    text('kind', '指标值类型', '指标值读成的类型，text 为定性文字', { values: TARGET_KINDS }),
    text('operator', '比较符', '指标值的方向', { values: ['>=', '<=', '>', '<', '=', '≈'] }),
    text('value', '数值', '指标值中的数字，与原文一致'),
    text('unit', '计量单位', '与原文一致，含 万 等量级'),
    real('quantity', '数量', '换算到基本单位：17万份 → 170000，≤240.67万元 → 2406700，每季度1次 → 4'),
    text('measure', '基本单位', '数量的单位：份、元、人、%、次/年 等'),
    text('standard', '绩效标准', '与原文一致'),
    text('target_basis', '指标值确定依据', '与原文一致', SEARCHED),
    real('weight', '权重', '权重或分值'),
    text('actual', '实际完成值', '自评表中的完成情况'),
    real('score', '得分', '自评得分'),
    PLACE,
  ],
  costs: [
    id,
    ...SUBJECT,
    PROJECT_ID,
    PROJECT,
    text('category', '支出类别', '支出内容简介或明细类别', SEARCHED),
    text('item', '支出事项', '支出明细的事项', SEARCHED),
    ...money('金额'),
    text('calculation', '测算依据', '测算依据及过程说明，与原文一致', SEARCHED),
    text(
      'result',
      '测算核对',
      'exact 相符、rounding 舍入、implied-factor 缺因数、implied-unit 缺单位、lump 打包、differs 不符、unparsed 未解',
      {
        values: ['exact', 'rounding', 'implied-factor', 'implied-unit', 'lump', 'differs', 'unparsed'],
      },
    ),
    PLACE,
  ],
  plans: [
    ...SUBJECT,
    PROJECT_ID,
    PROJECT,
    text('step', '时点', '如 3月底'),
    real('share', '累计支出比例', '到该时点的累计支出比例', { unit: '%' }),
    PLACE,
  ],
  work_plan: [
    id,
    ...SUBJECT,
    text('item', '工作事项', '年度重点工作', SEARCHED),
    text('office', '责任科室', '责任部门或科室'),
    text('goal', '工作目标', '与原文一致', SEARCHED),
    ...money('金额'),
    text('amounts', '各栏金额', '各栏的名称与金额，与原文一致，以分号分隔；几栏而没有总额的，金额（分）为空'),
    PLACE,
  ],
  texts: [
    ...SUBJECT,
    text(
      'kind',
      '类别',
      'duties 职责、overall-goal 总体目标、sub-goal 分项目标、measures 措施、overview 概况、achievement 目标实际完成情况',
      {
        values: ['duties', 'overall-goal', 'sub-goal', 'measures', 'overview', 'achievement'],
      },
    ),
    text('heading', '小标题', '文字上方的标题', SEARCHED),
    text('text', '文字', '与原文一致', SEARCHED),
    PLACE,
  ],
  cells: [
    ...SUBJECT,
    integer('table', '表号', '从 1 数'),
    integer('row', '行', '从 1 数'),
    integer('column', '列', '从 1 数'),
    integer('row_span', '跨行', '合并的行数'),
    integer('col_span', '跨列', '合并的列数'),
    text('text', '文字', '单元格文字', SEARCHED),
    text(
      'status',
      '去向',
      'claimed 读成字段、label 表头或标签、set-aside 有理由搁置、unclaimed 未认领（也包括像绩效表而没有认出的表的单元格）',
      {
        values: ['claimed', 'label', 'set-aside', 'unclaimed'],
      },
    ),
    text('field', '字段', '读成的字段，如 indicator.target'),
    text('reason', '搁置理由', '只有 set-aside 才有', { values: SET_ASIDE_REASONS }),
    PLACE,
  ],
  diagnostics: [
    ...SUBJECT,
    text('code', '代码', '固定的英文代码，如 target-cut-off'),
    text('message', '说明', '遇到了什么、如何处理', SEARCHED),
    PLACE,
  ],
  findings: [
    integer('id', '编号', '同一疑点在历次核查中编号不变'),
    ...SUBJECT,
    text('fingerprint', '疑点指纹', '由规则、对象、字段算出，不含数字；复核结论据此对应'),
    integer('run_id', '核查编号', '即 finding_runs.run_id'),
    RULE,
    integer('rule_version', '规则版本', '规则改动后加一'),
    SEVERITY,
    VERDICT,
    STATE,
    PROJECT,
    text('message', '说明', '公开了什么、算出来是什么；待核实', SEARCHED),
    text('reported', '公开值', '公开的数字或文字'),
    text('expected', '应为', '由其他数字推算的值'),
    real('difference_wan', '差额（万元）', '公开值减去推算值', { unit: '万元' }),
    text('formula', '算式', '代入数字的算式'),
    text('quote', '原文', '所指单元格的文字', SEARCHED),
    PLACE,
  ],
  finding_runs: [
    integer('run_id', '核查编号', '从 1 起，越大越近'),
    text('at', '时间', '核查的时间（UTC）'),
    text('scope', '范围', '核查的范围（JSON）；{} 为全部'),
    integer('documents', '文档数', '核查的文档数'),
    text('rule', '规则', '规则的固定代码'),
    integer('fail', '不符', '判断为不符的次数'),
    integer('review', '需人工判断', '判断为需人工判断的次数'),
    integer('pass', '相符', '判断为相符的次数'),
    integer('not_applicable', '不适用', '规则不适用的次数'),
    integer('not_evaluated', '未能核查', '因读不出而未能核查的次数'),
    text('reasons', '原因', '不适用与未能核查的原因及次数（JSON）'),
    integer('new', '新出现', '上一次没有的疑点数'),
    integer('unchanged', '仍存在', '上一次已有的疑点数'),
    integer('resolved', '已消失', '上一次有、这一次没有的疑点数'),
  ],
  indicator_counts: [
    ...WHERE_AND_WHEN,
    text('level1', '一级指标', '统一后的名称'),
    text('level2', '二级指标', '统一后的名称'),
    text('kind', '指标值类型', '指标值读成的类型，text 为定性文字', { values: TARGET_KINDS }),
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
