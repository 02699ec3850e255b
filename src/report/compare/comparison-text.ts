import type {
  ComparedProject,
  Comparison,
  ProjectGroup,
  ProjectRow,
  RowSubject,
  Spread,
  TargetGroup,
  UnitGroup,
} from '../../model/comparison.js';
import { renderTable } from '../render-table.js';
import type { Column, Row } from '../row.js';
import { showWan } from '../show-money.js';
import { describeLikeness } from './describe-likeness.js';
import { spreadOfAmounts } from './spread-line.js';

/** Fewer figures are their own spread. */
const SPREAD_OF = 3;
/** Targets and prices of one place alone are counted, not printed, in a table for people. */
const SIDE_BY_SIDE = 2;

const SUBJECT: Column[] = [
  { name: 'region', title: '地区' },
  { name: 'year', title: '年度' },
];
const ID: Column = { name: 'id', title: '编号', whole: true };

const PROJECTS: Column[] = [
  ...SUBJECT,
  { name: 'department', title: '部门' },
  { name: 'project', title: '项目' },
  { name: 'amount_wan', title: '万元', whole: true },
];

/** A comparison for the terminal: groups of projects with their spread, mentions, prices, targets side by side. */
export function comparisonText(comparison: Comparison, width: number): string {
  const { groups, mentions, unitGroups, targetGroups } = comparison;
  const shared = groups.filter(({ projects }) => projects.length > 1);
  const singles = groups.filter(({ projects }) => projects.length === 1).flatMap(({ projects }) => projects);
  return [
    heading(comparison),
    ...shared.map((group, index) => groupSection(group, index + 1, width)),
    singles.length === 0 ? '' : singleSection(singles, width),
    mentions.length === 0 ? '' : mentionSection(mentions, comparison.topic, width),
    unitGroups.length === 0 ? '' : unitSection(unitGroups, width),
    targetGroups.length === 0 ? '' : targetSection(targetGroups, width),
  ]
    .filter((section) => section !== '')
    .join('\n');
}

function heading({ topic, project, groups, mentions, regions, years, targetGroups }: Comparison): string {
  const projects = groups.reduce((sum, group) => sum + group.projects.length, 0);
  const indicators = targetGroups.reduce((sum, group) => sum + group.indicators.length, 0);
  const counted = [
    `${regions.length} 个地区`,
    ...(years.length === 0 ? [] : [years.length === 1 ? `${years[0]} 年` : `${years[0]}—${years.at(-1)} 年`]),
    `项目 ${projects}${groups.length === projects ? '' : `（${groups.length} 类）`}`,
    ...(mentions.length === 0 ? [] : [`目标或用途中提到的项目 ${mentions.length}`]),
    `指标 ${indicators}`,
  ];
  return `${project === null ? topic : `与 ${project}“${topic}”同类`}：${counted.join('，')}\n`;
}

function groupSection(group: ProjectGroup, number: number, width: number): string {
  const rows = group.projects.map(
    (project): Row => ({
      ...projectCells(project),
      to_median: project.toMedian === null ? null : `${project.toMedian}×`,
      basis: describeLikeness(project, group),
    }),
  );
  const columns: Column[] = [
    ...PROJECTS,
    ...(hasSpread(group) ? [{ name: 'to_median', title: '比中位数', whole: true }] : []),
    { name: 'basis', title: '归组依据' },
    ID,
  ];
  const spread = hasSpread(group) ? `${spreadOfAmounts(group)}\n` : '';
  return `${number}. ${group.name}\n${indented(rows, columns, width)}${spread}`;
}

const hasSpread = ({ amounts }: ProjectGroup): boolean => (amounts?.count ?? 0) >= SPREAD_OF;

const projectCells = (project: ComparedProject | ProjectRow): Row => ({
  ...subjectCells(project),
  department: project.departmentKey ?? project.department,
  project: project.project,
  amount_wan: project.amountFen === null ? '未填' : showWan(project.amountFen),
  id: `p${project.id}`,
});

const singleSection = (projects: readonly ComparedProject[], width: number): string =>
  `没有同类的项目\n${projectTable(projects, width)}`;

const mentionSection = (mentions: readonly ProjectRow[], topic: string, width: number): string =>
  `名称中没有、目标或用途中提到“${topic}”的项目\n${projectTable(mentions, width)}`;

const projectTable = (projects: readonly (ComparedProject | ProjectRow)[], width: number): string =>
  indented(projects.map(projectCells), [...PROJECTS, ID], width);

function unitSection(groups: readonly UnitGroup[], width: number): string {
  const rows = groups.flatMap(({ name, unit, figures, spread }) =>
    figures.map(
      (figure, index): Row => ({
        item: index === 0 ? name : '',
        price: `${figure.yuan} ${unit}${figure.implied ? '（单位推出）' : ''}`,
        ...subjectCells(figure),
        project: figure.project ?? '（整个部门）',
        printed: figure.item === name ? figure.printed : `${figure.item}：${figure.printed}`,
        spread: index === 0 && spread ? rangeOf(spread) : '',
        id: figure.row,
      }),
    ),
  );
  const columns: Column[] = [
    { name: 'item', title: '事项' },
    { name: 'price', title: '单价', whole: true },
    { name: 'spread', title: '范围', whole: true },
    ...SUBJECT,
    { name: 'project', title: '项目' },
    { name: 'printed', title: '原文' },
    ID,
  ];
  return `单价\n${indented(rows, columns, width)}`;
}

function targetSection(groups: readonly TargetGroup[], width: number): string {
  const shared = groups.filter(({ places }) => places >= SIDE_BY_SIDE);
  const alone = groups.length - shared.length;
  const rows = shared.flatMap(({ name, spread, indicators }) =>
    indicators.map(
      (indicator, index): Row => ({
        group: index === 0 ? name : '',
        target: indicator.target ?? '未填',
        ...subjectCells(indicator),
        project: indicator.project ?? '（整个部门）',
        name: indicator.name === name ? '' : indicator.name,
        spread:
          index === 0 && spread
            ? `${rangeOf(spread)} ${spread.min === spread.max ? '' : spread.measure}`.trim()
            : '',
        id: `i${indicator.id}`,
      }),
    ),
  );
  const columns: Column[] = [
    { name: 'group', title: '指标' },
    { name: 'target', title: '指标值' },
    { name: 'spread', title: '范围', whole: true },
    ...SUBJECT,
    { name: 'project', title: '项目' },
    { name: 'name', title: '原文名称' },
    ID,
  ];
  const rest = alone === 0 ? '' : `另有 ${alone} 个指标只有一个地区有，见 --format csv\n`;
  return rows.length === 0 ? rest : `指标值并列\n${indented(rows, columns, width)}${rest}`;
}

const rangeOf = ({ min, max }: Spread): string => (min === max ? '相同' : `${min}—${max}`);

const subjectCells = ({ region, year }: RowSubject): Row => ({ region: region ?? '（未定）', year });

const indented = (rows: readonly Row[], columns: readonly Column[], width: number): string =>
  renderTable(rows, columns, width - 2).replace(/^(?=.)/gm, '  ');
