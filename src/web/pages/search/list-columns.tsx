import type { Child } from 'hono/jsx';
import { ruleTitle } from '../../../app/rules.js';
import { TEXT_KIND_TITLES } from '../../../model/disclosure.js';
import type { Severity } from '../../../model/facts/severities.js';
import { findSection } from '../../../model/sections/sections.js';
import { STATEMENT_KINDS, type StatementKind } from '../../../model/statement.js';
import type { Row } from '../../../report/row.js';
import { departmentLink, documentLink, findingLink, projectLink, valueLink } from '../../links.js';
import { showAmount, showListed, showRegion, showYear } from '../../parts/format-figures.js';
import type { ListColumn } from '../../parts/list-column.js';
import { MarkedText } from '../../parts/marked-text.js';
import { SeverityMark } from '../../parts/severity.js';
import type { SearchView } from './search-query.js';

const textOf = (row: Row, column: string): string | null => {
  const value = row[column];
  return value === null || value === undefined ? null : String(value);
};

const numberOf = (row: Row, column: string): number | null => {
  const value = row[column];
  return value === null || value === undefined ? null : Number(value);
};

const subjectOf = (row: Row) => ({
  province: textOf(row, 'province'),
  city: textOf(row, 'city'),
  region: textOf(row, 'region'),
  region_code: textOf(row, 'region_code'),
  department: textOf(row, 'department'),
  department_key: textOf(row, 'department_key'),
});

const link = (href: string | null, body: Child): Child => (href === null ? body : <a href={href}>{body}</a>);

const SUBJECT: readonly ListColumn[] = [
  {
    name: 'region',
    of: ['province', 'city', 'region'],
    title: '地区',
    sort: 'region_code',
    cell: (row) => showRegion(subjectOf(row)),
  },
  { name: 'year', title: '年度', sort: 'year', whole: true, cell: (row) => showYear(numberOf(row, 'year')) },
  {
    name: 'department',
    title: '部门',
    sort: 'department_key',
    cell: (row) => link(departmentLink(subjectOf(row)), showListed(textOf(row, 'department') ?? '部门未定')),
  },
];

/** Columns of the table of each list; what was looked for is marked. */
export function listColumns(view: Exclude<SearchView, 'all'>, terms: readonly string[]): ListColumn[] {
  const marked = (row: Row, column: string): Child => (
    <MarkedText text={showListed(textOf(row, column))} terms={terms} />
  );
  const id = (row: Row): number => Number(row.id);
  switch (view) {
    case 'projects':
      return [
        {
          name: 'project',
          title: '项目',
          sort: 'project',
          head: true,
          cell: (row) => <a href={projectLink(id(row))}>{marked(row, 'project')}</a>,
        },
        {
          name: 'amount_wan',
          title: '金额（万元）',
          sort: 'amount_wan',
          number: true,
          cell: (row) =>
            row.amount_fen === null
              ? row.state === 'secret' && '涉密不公开'
              : link(valueLink('p', id(row)), showAmount(numberOf(row, 'amount_fen'))),
        },
        ...SUBJECT,
        { name: 'annual_goal', title: '年度绩效目标', long: true, cell: (row) => marked(row, 'annual_goal') },
      ];
    case 'indicators':
      return [
        {
          name: 'name',
          title: '指标',
          sort: 'name',
          head: true,
          cell: (row) => <a href={valueLink('i', id(row))}>{marked(row, 'name')}</a>,
        },
        { name: 'target', title: '指标值', cell: (row) => marked(row, 'target') },
        { name: 'level2', of: ['level1', 'level2'], title: '一级、二级指标', cell: (row) => levels(row) },
        {
          name: 'project',
          title: '项目',
          cell: (row) =>
            row.project_id === null
              ? '部门整体'
              : link(projectLink(Number(row.project_id)), marked(row, 'project')),
        },
        ...SUBJECT,
      ];
    case 'findings':
      return [
        {
          name: 'severity',
          title: '程度',
          sort: 'severity',
          whole: true,
          cell: (row) => (
            <SeverityMark
              severity={row.severity as Severity}
              verdict={row.verdict === 'review' ? 'review' : 'fail'}
            />
          ),
        },
        {
          name: 'message',
          title: '说明',
          head: true,
          long: true,
          cell: (row) => <a href={findingLink(id(row))}>{marked(row, 'message')}</a>,
        },
        {
          name: 'rule',
          title: '规则',
          cell: (row) => <a href={`/rules#${row.rule}`}>{ruleTitle(String(row.rule))}</a>,
        },
        { name: 'project', title: '项目', cell: (row) => marked(row, 'project') },
        ...SUBJECT,
      ];
    case 'texts':
      return [
        {
          name: 'text',
          title: '文字',
          head: true,
          long: true,
          cell: (row) => (
            <a href={documentLink(Number(row.document_id), textOf(row, 'place'))}>{marked(row, 'text')}</a>
          ),
        },
        {
          name: 'kind',
          title: '类别',
          whole: true,
          cell: (row) => TEXT_KIND_TITLES[row.kind as keyof typeof TEXT_KIND_TITLES],
        },
        ...SUBJECT,
      ];
    case 'statements':
      return [
        {
          name: 'title',
          title: '表名',
          sort: 'title',
          head: true,
          cell: (row) => <a href={valueLink('s', id(row))}>{marked(row, 'title')}</a>,
        },
        { name: 'kind', title: '表类', whole: true, cell: statementKind },
        { name: 'page', title: '页', number: true, cell: (row) => row.page },
        { name: 'rows', title: '行', number: true, cell: (row) => (row.blank === 1 ? '空表' : row.rows) },
        ...SUBJECT,
      ];
    case 'statement_items':
      return [
        {
          name: 'item',
          title: '项目',
          sort: 'item',
          head: true,
          cell: (row) => (
            <a href={valueLink('t', id(row))}>{textOf(row, 'item') ? marked(row, 'item') : row.code}</a>
          ),
        },
        { name: 'code', title: '编码', whole: true, cell: (row) => row.code },
        { name: 'column', title: '栏目', cell: (row) => showListed(textOf(row, 'column')) },
        {
          name: 'amount_wan',
          title: '金额（万元）',
          sort: 'amount_wan',
          number: true,
          cell: (row) => amountOf(row, 'amount_fen'),
        },
        { name: 'printed', title: '原文', cell: (row) => showListed(textOf(row, 'printed')) },
        { name: 'kind', title: '表类', whole: true, cell: statementKind },
        ...SUBJECT,
      ];
    case 'statements_said':
      return [
        {
          name: 'subject',
          title: '所述',
          sort: 'subject',
          head: true,
          cell: (row) => <a href={valueLink('n', id(row))}>{marked(row, 'subject')}</a>,
        },
        {
          name: 'amount',
          title: '金额（万元）',
          sort: 'amount',
          number: true,
          cell: (row) => amountOf(row, 'amount_fen'),
        },
        {
          name: 'change',
          title: '增减（万元）',
          sort: 'change',
          number: true,
          cell: (row) => amountOf(row, 'change_fen'),
        },
        { name: 'percent', title: '百分比', whole: true, cell: percentOf },
        { name: 'count', title: '数量', whole: true, cell: (row) => row.count },
        { name: 'sentence', title: '原文', long: true, cell: (row) => marked(row, 'sentence') },
        ...SUBJECT,
      ];
  }
}

const amountOf = (row: Row, column: string): Child => showAmount(numberOf(row, column));

const statementKind = (row: Row): Child => STATEMENT_KINDS[row.kind as StatementKind];

const percentOf = (row: Row): Child =>
  row.percent === null ? null : `${row.percent_of === 'share' ? '占 ' : ''}${row.percent}%`;

function levels(row: Row): Child {
  const level1 = textOf(row, 'level1');
  const level2 = textOf(row, 'level2');
  const named = [level1, level1 === level2 ? null : level2].flatMap((each) => (each ? showListed(each) : []));
  return named.join(' › ');
}

/** The page that shows what was found. */
export function hitLink({
  view,
  id,
  document_id,
  place,
}: {
  view: string;
  id: number | null;
  document_id: number;
  place: string | null;
}): string {
  if (id === null) return documentLink(document_id, place);
  if (view === 'projects') return projectLink(id);
  const letter = findSection(view)?.row?.letter;
  return letter === undefined ? documentLink(document_id, place) : valueLink(letter, id);
}
