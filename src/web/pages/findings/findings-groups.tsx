import type { FC } from 'hono/jsx';
import type { DepartmentReviews } from '../../../model/ports/findings.js';
import type { FindingQuery } from '../../finding-query.js';
import { departmentLink } from '../../links.js';
import { addressOf } from '../../list-query.js';
import { DataTable, type TableColumn } from '../../parts/data-table.js';
import { showCount, showListed, showRegion, showYear } from '../../parts/format-figures.js';
import type { RuleReviews } from './read-findings.js';

interface Counted {
  findings: number;
  answered: number;
  errors: number;
}

const COUNTS: TableColumn<Counted>[] = [
  { title: '疑点', number: true, cell: ({ findings }) => showCount(findings) },
  { title: '错误', number: true, cell: ({ errors }) => showCount(errors) },
];

const PROGRESS: TableColumn<Counted>[] = [
  { title: '待核实', number: true, cell: ({ findings, answered }) => showCount(findings - answered) },
  { title: '已复核', number: true, cell: ({ answered }) => showCount(answered) },
  {
    title: '进度',
    cell: ({ findings, answered }) => (
      <progress max={findings} value={answered} aria-label={`已复核 ${answered} / ${findings}`} />
    ),
  },
];

interface GroupsProps<Group> {
  query: FindingQuery;
  rows: readonly Group[];
  /** With how far the review is. */
  withReviews: boolean;
}

export const RuleGroups: FC<GroupsProps<RuleReviews>> = ({ query, rows, withReviews }) => (
  <DataTable<RuleReviews>
    caption="疑点按规则"
    rows={rows}
    columns={[
      {
        title: '疑点',
        head: true,
        cell: ({ rule, title }) => <a href={addressOf(query, { rule, group: null })}>{title}</a>,
      },
      { title: '规则', cell: ({ rule }) => <a href={`/rules#${rule}`}>{rule}</a> },
      ...COUNTS,
      ...(withReviews ? PROGRESS : []),
    ]}
  />
);

export const DepartmentGroups: FC<GroupsProps<DepartmentReviews>> = ({ query, rows, withReviews }) => (
  <DataTable<DepartmentReviews>
    caption="疑点按部门"
    rows={rows}
    columns={[
      {
        title: '部门',
        head: true,
        cell: (row) => <a href={findingsOf(query, row)}>{showListed(row.department) || '部门未定'}</a>,
      },
      { title: '地区', cell: (row) => showRegion(row) },
      { title: '年度', whole: true, cell: ({ year }) => showYear(year) },
      ...COUNTS,
      ...(withReviews ? PROGRESS : []),
      {
        title: '部门页',
        cell: (row) => {
          const link = departmentLink(row);
          return link && <a href={link}>部门</a>;
        },
      },
    ]}
  />
);

const findingsOf = (query: FindingQuery, row: DepartmentReviews): string =>
  addressOf(query, {
    group: null,
    region: row.region_code ?? row.region,
    year: row.year,
    department: row.department_key ?? row.department,
  });
