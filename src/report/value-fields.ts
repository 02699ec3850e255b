import type {
  BudgetLine,
  CostLine,
  Disclosure,
  Evidence,
  Indicator,
  Project,
  WorkPlanItem,
} from '../model/disclosure.js';
import { type Money, NO_AMOUNT_TITLES } from '../model/money.js';
import { listOf } from '../model/sections/section.js';
import { EVERY_SECTION } from '../model/sections/sections.js';
import { DIRECTION_TITLES, type Said, STATEMENT_KINDS, type Statement } from '../model/statement.js';
import type { StatementItem } from '../model/statement-items.js';
import { CALCULATION_TITLES, TARGET_KIND_TITLES, type Target } from '../model/target.js';
import { showYuan } from './show-money.js';

/** A row of a view, as it stands in the model. */
export type ValueRow =
  | { kind: 'indicator'; value: Indicator }
  | { kind: 'project'; value: Project }
  | { kind: 'budget'; value: BudgetLine }
  | { kind: 'cost'; value: CostLine }
  | { kind: 'work-plan'; value: WorkPlanItem }
  | { kind: 'statement'; value: Statement }
  | { kind: 'statement-item'; value: StatementItem }
  | { kind: 'said'; value: Said };

/** The rows of this kind of a disclosure, in the order of their index. */
export function rowsOfKind(disclosure: Disclosure, kind: ValueRow['kind']): ValueRow[] {
  const section = EVERY_SECTION.find(({ row }) => row?.kind === kind);
  return section ? listOf(section.list, disclosure).map((value) => ({ kind, value }) as ValueRow) : [];
}

/** A field of the row: what was understood, and the cell it was read from. */
export type ValueField = [label: string, value: string | null | undefined, evidence: Evidence | undefined];

export const VALUE_TITLES = {
  indicator: '指标',
  project: '项目',
  budget: '预算',
  cost: '支出明细',
  'work-plan': '重点工作',
  statement: '预算表',
  'statement-item': '预算表数字',
  said: '文字所述数字',
};

/** The fields of the row, those without a value included. */
export function fieldsOf({ kind, value }: ValueRow, disclosure: Disclosure): ValueField[] {
  switch (kind) {
    case 'indicator':
      return indicatorFields(value, projectName(disclosure, value.project));
    case 'project':
      return projectFields(value);
    case 'budget':
      return [
        ['项目', projectName(disclosure, value.project), undefined],
        ['标签', value.label, undefined],
        [value.category, describeMoney(value.money), value.evidence],
      ];
    case 'cost':
      return [
        ['项目', projectName(disclosure, value.project), undefined],
        ['支出类别', value.category, value.evidence.category],
        ['支出事项', value.item, value.evidence.item],
        ['金额', value.money && describeMoney(value.money), value.evidence.money],
        ['测算依据', value.calculation, value.evidence.calculation],
        ['测算核对', value.parsed && CALCULATION_TITLES[value.parsed.result], undefined],
      ];
    case 'work-plan':
      return [
        ['工作事项', value.item, value.evidence.item],
        ['责任科室', value.office, value.evidence.office],
        ['工作目标', value.goal, value.evidence.goal],
      ];
    case 'statement':
      return [
        ['预算表', value.title, value.evidence],
        ['表类', STATEMENT_KINDS[value.kind], undefined],
        ['金额单位', value.unit, undefined],
        ['读出', describeStatement(value), value.lines[0]?.evidence],
      ];
    case 'statement-item':
      return statementItemFields(value, disclosure);
    case 'said':
      return saidFields(value);
  }
}

const indicatorFields = (indicator: Indicator, project: string | null): ValueField[] => [
  ['项目', project, undefined],
  ['一级指标', indicator.level1, indicator.evidence.level1],
  ['二级指标', indicator.level2, indicator.evidence.level2],
  ['指标', indicator.name, indicator.evidence.name],
  ['绩效指标描述', indicator.description, indicator.evidence.description],
  ['指标值', indicator.target, indicator.evidence.target],
  ['读作', describeTarget(indicator.parsed), undefined],
  ['绩效标准', indicator.standard, indicator.evidence.standard],
  ['指标值确定依据', indicator.targetBasis, indicator.evidence.targetBasis],
  ['权重', indicator.weight, indicator.evidence.weight],
  ['实际完成值', indicator.actual, indicator.evidence.actual],
  ['得分', indicator.score, indicator.evidence.score],
];

const projectFields = (project: Project): ValueField[] => [
  ['项目', project.name, project.evidence.name],
  ['项目编码', project.code, project.evidence.code],
  ['所属专项', project.parent, project.evidence.parent],
  ['支出方向', project.direction, project.evidence.direction],
  ['实施单位', project.agency, project.evidence.agency],
  ['金额', project.money && describeMoney(project.money), project.evidence.money],
  ['项目实施期', project.period, project.evidence.period],
  ['年度绩效目标', project.annualGoal, project.evidence.annualGoal],
  ['实施期绩效目标', project.periodGoal, project.evidence.periodGoal],
  ['资金用途', project.purpose, project.evidence.purpose],
  ...project.mentions.map(
    (mention): ValueField => [`见于${ROLES[mention.role]}`, mention.namePrinted, mention.evidence.name],
  ),
];

const describeStatement = ({ lines, columns, blank, partial }: Statement): string =>
  [`${lines.length} 行 × ${columns.length} 栏`, blank && '空表', partial && '有没读懂的行或栏']
    .filter(Boolean)
    .join('，');

const statementItemFields = (value: StatementItem, { statements }: Disclosure): ValueField[] => [
  ['预算表', statements.find(({ id }) => id === value.statement)?.title, undefined],
  ['编码', value.code, undefined],
  ['项目', value.item, undefined],
  ['栏目', value.column, undefined],
  [
    '预算表数字',
    value.figure.money ? describeMoney(value.figure.money) : value.figure.evidence.quote,
    value.figure.evidence,
  ],
];

const saidFields = ({ subject, money, base, change, percent, count, evidence }: Said): ValueField[] => [
  ['文字所述数字', subject, evidence],
  ['金额', money && describeMoney(money), undefined],
  ['基数', base && describeMoney(base), undefined],
  ['增减', change && `${DIRECTION_TITLES[change.direction]} ${describeMoney(change.money)}`, undefined],
  [
    '百分比',
    percent && `${percent.direction ? DIRECTION_TITLES[percent.direction] : ''}${percent.figure}%`,
    undefined,
  ],
  ['数量', count && `${count.figure}${count.unit}`, undefined],
];

const ROLES = { 'summary-row': '汇总表', form: '项目表', list: '清单' };

const projectName = (disclosure: Disclosure, id: number | null): string | null =>
  disclosure.projects.find((project) => project.id === id)?.name ?? null;

const UNIT_FROM = {
  cell: '单元格',
  label: '行列标题',
  caption: '表头说明',
  paragraph: '表前文字',
  document: '全文',
};

function describeMoney({ state, fen, figure, unit, unitFrom, printed }: Money): string {
  if (state !== 'amount' || fen === null)
    return `${printed}（${state === 'amount' ? NO_AMOUNT_TITLES.unresolved : NO_AMOUNT_TITLES[state]}）`;
  return `${figure} ${unit}${unitFrom ? `（单位来自${UNIT_FROM[unitFrom]}）` : ''} = ${showYuan(fen)} 元`;
}

function describeTarget({ kind, operator, value, unit, quantity, measure }: Target): string | null {
  if (value === null) return kind === 'text' || kind === 'empty' ? null : TARGET_KIND_TITLES[kind];
  const figure = `${operator ?? ''} ${value} ${unit ?? ''}`.trim();
  return `${TARGET_KIND_TITLES[kind]}：${figure}${quantity === null ? '' : `，即 ${quantity} ${measure ?? ''}`}`;
}
