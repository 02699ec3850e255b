import type {
  ComparedProject,
  Comparison,
  IndicatorRow,
  ProjectGroup,
  ProjectRow,
  RowSubject,
  TargetGroup,
  UnitFigure,
  UnitGroup,
} from '../../model/comparison.js';
import { type Sheet, type SheetColumn, sheet } from '../workbook/sheet.js';
import { writeWorkbook } from '../workbook/write-workbook.js';
import { describeLikeness } from './describe-likeness.js';

/** A comparison as an .xlsx: 项目, 各类项目, 提到, 单价, 指标值. */
export const comparisonWorkbook = (comparison: Comparison): AsyncGenerator<Uint8Array> =>
  writeWorkbook({ creator: 'mingzhang', title: `${comparison.topic}：各地各年比较` }, [
    projectSheet(comparison.groups),
    groupSheet(comparison.groups),
    mentionSheet(comparison.mentions),
    unitSheet(comparison.unitGroups),
    targetSheet(comparison.targetGroups),
  ]);

const subjectColumns = <T>(subject: (item: T) => RowSubject): SheetColumn<T>[] => [
  { title: '省', width: 12, value: (item) => subject(item).province },
  { title: '市', width: 12, value: (item) => subject(item).city },
  { title: '地区', width: 14, value: (item) => subject(item).region },
  { title: '年度', width: 7, value: (item) => subject(item).year },
  { title: '部门', width: 24, value: (item) => subject(item).department },
];

const wan = (fen: number | null): number | null => (fen === null ? null : fen / 1_000_000);
const yuanAsWan = (yuan: string | undefined): number | null =>
  yuan === undefined ? null : Number(yuan) / 10_000;
const MONEY = '#,##0.00####';

interface Member {
  group: ProjectGroup;
  project: ComparedProject;
}

function projectSheet(groups: readonly ProjectGroup[]): Sheet {
  const members = groups.flatMap((group) => group.projects.map((project): Member => ({ group, project })));
  const columns: SheetColumn<Member>[] = [
    { title: '类', width: 24, value: ({ group }) => group.name },
    ...subjectColumns<Member>(({ project }) => project),
    { title: '项目', width: 30, value: ({ project }) => project.project },
    { title: '金额（万元）', width: 14, format: MONEY, value: ({ project }) => wan(project.amountFen) },
    { title: '比中位数（倍）', width: 10, value: ({ project }) => project.toMedian },
    { title: '计入离散', width: 9, value: ({ project }) => (project.counted ? '是' : '否') },
    { title: '归组依据', width: 30, value: ({ project, group }) => describeLikeness(project, group) },
    { title: '用途或目标', width: 50, value: ({ project }) => project.purpose ?? project.annualGoal },
    ...traceColumns<Member>(({ project }) => ({ ...project, row: `p${project.id}` })),
  ];
  return sheet('项目', columns, members);
}

const groupSheet = (groups: readonly ProjectGroup[]): Sheet =>
  sheet<ProjectGroup>(
    '各类项目',
    [
      { title: '类', width: 30, value: ({ name }) => name },
      { title: '项目数', width: 8, value: ({ projects }) => projects.length },
      {
        title: '地区数',
        width: 8,
        value: ({ projects }) => new Set(projects.map(({ region }) => region)).size,
      },
      { title: '计入个数', width: 9, value: ({ amounts }) => amounts?.count ?? 0 },
      {
        title: '中位数（万元）',
        width: 14,
        format: MONEY,
        value: ({ amounts }) => yuanAsWan(amounts?.median),
      },
      { title: '最小（万元）', width: 14, format: MONEY, value: ({ amounts }) => yuanAsWan(amounts?.min) },
      { title: '最大（万元）', width: 14, format: MONEY, value: ({ amounts }) => yuanAsWan(amounts?.max) },
      {
        title: '绝对中位差（万元）',
        width: 16,
        format: MONEY,
        value: ({ amounts }) => yuanAsWan(amounts?.mad),
      },
    ],
    groups,
  );

const mentionSheet = (mentions: readonly ProjectRow[]): Sheet =>
  sheet<ProjectRow>(
    '目标中提到',
    [
      ...subjectColumns<ProjectRow>((row) => row),
      { title: '项目', width: 30, value: ({ project }) => project },
      { title: '金额（万元）', width: 14, format: MONEY, value: ({ amountFen }) => wan(amountFen) },
      { title: '用途或目标', width: 60, value: ({ purpose, annualGoal }) => purpose ?? annualGoal },
      ...traceColumns<ProjectRow>((row) => ({ ...row, row: `p${row.id}` })),
    ],
    mentions,
  );

interface Price {
  group: UnitGroup;
  figure: UnitFigure;
}

const unitSheet = (groups: readonly UnitGroup[]): Sheet =>
  sheet<Price>(
    '单价',
    [
      { title: '类', width: 24, value: ({ group }) => group.name },
      { title: '单价（元）', width: 12, format: MONEY, value: ({ figure }) => Number(figure.yuan) },
      { title: '单位', width: 12, value: ({ figure }) => figure.unit },
      { title: '单位推出', width: 9, value: ({ figure }) => (figure.implied ? '是' : null) },
      {
        title: '组中位数',
        width: 12,
        format: MONEY,
        value: ({ group }) => (group.spread ? Number(group.spread.median) : null),
      },
      ...subjectColumns<Price>(({ figure }) => figure),
      { title: '项目', width: 28, value: ({ figure }) => figure.project },
      { title: '事项', width: 24, value: ({ figure }) => figure.item },
      { title: '原文', width: 40, value: ({ figure }) => figure.printed },
      ...traceColumns<Price>(({ figure }) => figure),
    ],
    groups.flatMap((group) => group.figures.map((figure): Price => ({ group, figure }))),
  );

interface Target {
  group: TargetGroup;
  indicator: IndicatorRow;
}

const targetSheet = (groups: readonly TargetGroup[]): Sheet =>
  sheet<Target>(
    '指标值',
    [
      { title: '类', width: 24, value: ({ group }) => group.name },
      { title: '二级指标', width: 16, value: ({ group }) => group.level2 },
      { title: '地区数', width: 8, value: ({ group }) => group.places },
      ...subjectColumns<Target>(({ indicator }) => indicator),
      { title: '项目', width: 28, value: ({ indicator }) => indicator.project },
      { title: '指标', width: 28, value: ({ indicator }) => indicator.name },
      { title: '指标值', width: 28, value: ({ indicator }) => indicator.target },
      { title: '数量', width: 12, value: ({ indicator }) => indicator.quantity },
      { title: '基本单位', width: 10, value: ({ indicator }) => indicator.measure },
      {
        title: '组中位数',
        width: 12,
        value: ({ group }) => (group.spread ? Number(group.spread.median) : null),
      },
      ...traceColumns<Target>(({ indicator }) => ({ ...indicator, row: `i${indicator.id}` })),
    ],
    groups.flatMap((group) => group.indicators.map((indicator): Target => ({ group, indicator }))),
  );

/** What `mingzhang explain` and a reader of the source need. */
const traceColumns = <T>(
  trace: (item: T) => { row: string; documentId: number; place: string | null },
): SheetColumn<T>[] => [
  { title: '编号', width: 20, value: (item) => trace(item).row },
  { title: '文档编号', width: 16, value: (item) => `d${trace(item).documentId}` },
  { title: '位置', width: 16, value: (item) => trace(item).place },
];
