import type {
  Comparison,
  IndicatorRow,
  ProjectGroup,
  ProjectRow,
  RowSubject,
  Spread,
  TargetGroup,
  UnitGroup,
} from '../../model/comparison.js';
import type { Column, Row } from '../row.js';
import { describeLikeness } from './describe-likeness.js';
import { SUBJECT_HEADERS, subjectValues } from './subject-headers.js';

const KIND_TITLES = { project: '项目', mention: '提到的项目', 'unit-price': '单价', target: '指标值' };

/** Columns of a comparison as one flat table: projects, prices and targets, told apart by `kind`. */
export const COMPARISON_COLUMNS: Column[] = [
  { name: 'kind', title: '类别', titles: KIND_TITLES },
  { name: 'group_name', title: '组' },
  { name: 'basis', title: '归组依据' },
  ...SUBJECT_HEADERS,
  { name: 'project', title: '项目' },
  { name: 'item', title: '事项或指标' },
  { name: 'printed', title: '原文' },
  { name: 'amount_wan', title: '金额（万元）', unit: '万元' },
  { name: 'quantity', title: '数量' },
  { name: 'measure', title: '基本单位' },
  { name: 'counted', title: '计入离散' },
  { name: 'to_median', title: '与中位数之比' },
  { name: 'group_count', title: '组内个数' },
  { name: 'median', title: '组中位数' },
  { name: 'min', title: '组最小' },
  { name: 'max', title: '组最大' },
  { name: 'mad', title: '组绝对中位差' },
  { name: 'row', title: '编号', whole: true },
  { name: 'document_id', title: '文档编号', whole: true },
  { name: 'place', title: '位置', whole: true },
];

/** Everything compared as rows of `COMPARISON_COLUMNS`. Spreads are in `measure`: of amounts in 万元. */
export function flattenComparison({ groups, mentions, unitGroups, targetGroups }: Comparison): Row[] {
  return [
    ...groups.flatMap(projectRows),
    ...mentions.map(mentionRow),
    ...unitGroups.flatMap(unitRows),
    ...targetGroups.flatMap(targetRows),
  ];
}

const FEN_OF_WAN = 1_000_000;
const YUAN_OF_WAN = 10_000;

const projectRows = (group: ProjectGroup): Row[] =>
  group.projects.map((project) => ({
    kind: 'project',
    group_name: group.name,
    basis: describeLikeness(project, group),
    ...subject(project),
    ...projectValues(project),
    counted: Number(project.counted),
    to_median: project.toMedian,
    measure: '万元',
    ...spreadValues(group.amounts, YUAN_OF_WAN),
  }));

const mentionRow = (project: ProjectRow): Row => ({
  kind: 'mention',
  group_name: null,
  basis: '目标或用途中提到',
  ...subject(project),
  ...projectValues(project),
});

const projectValues = ({ id, project, amountFen, place }: ProjectRow): Row => ({
  project,
  printed: null,
  amount_wan: amountFen === null ? null : amountFen / FEN_OF_WAN,
  row: `p${id}`,
  place,
});

const unitRows = ({ name, figures, spread }: UnitGroup): Row[] =>
  figures.map((figure) => ({
    kind: 'unit-price',
    group_name: name,
    basis: figure.implied ? '单位由结果推出' : null,
    ...subject(figure),
    project: figure.project,
    item: figure.item,
    printed: figure.printed,
    quantity: Number(figure.yuan),
    measure: figure.unit,
    ...spreadValues(spread),
    row: figure.row,
    place: figure.place,
  }));

const targetRows = ({ name, indicators, spread }: TargetGroup): Row[] =>
  indicators.map((indicator: IndicatorRow) => ({
    kind: 'target',
    group_name: name,
    basis: indicator.level2,
    ...subject(indicator),
    project: indicator.project,
    item: indicator.name,
    printed: indicator.target,
    quantity: indicator.quantity,
    measure: indicator.measure,
    ...spreadValues(spread),
    row: `i${indicator.id}`,
    place: indicator.place,
  }));

const subject = (row: RowSubject): Row => ({ ...subjectValues(row), document_id: `d${row.documentId}` });

function spreadValues(spread: Spread | null, unit = 1): Row {
  const figure = (value: string | undefined): number | null =>
    value === undefined ? null : Number(value) / unit;
  return {
    group_count: spread?.count ?? null,
    median: figure(spread?.median),
    min: figure(spread?.min),
    max: figure(spread?.max),
    mad: figure(spread?.mad),
  };
}
