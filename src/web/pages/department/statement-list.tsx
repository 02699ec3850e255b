import type { FC } from 'hono/jsx';
import type { ListedStatement } from '../../../app/department-statements.js';
import { STATEMENT_KINDS } from '../../../model/statement.js';
import { describeTaken } from '../../../report/compare/statement-columns.js';
import { documentLink, pageLink, valueLink } from '../../links.js';
import { DataTable } from '../../parts/data-table.js';
import { showAmount, showCount, showListed } from '../../parts/format-figures.js';

/** 预算表: the statements of a pack, each leading to where it stands, its total to the cell. */
export const StatementList: FC<{ statements: readonly ListedStatement[] }> = ({ statements }) => (
  <DataTable
    caption="预算表"
    columns={[
      {
        title: '表名',
        head: true,
        cell: ({ documentId, place, title, kind }) => (
          <a href={documentLink(documentId, place)}>{showListed(title) || STATEMENT_KINDS[kind]}</a>
        ),
      },
      { title: '表类', whole: true, cell: ({ kind }) => STATEMENT_KINDS[kind] },
      { title: '页', number: true, cell: ({ page }) => page },
      {
        title: '行',
        number: true,
        cell: ({ id, rows, blank }) =>
          blank === 1 ? '空表' : <a href={valueLink('s', id)}>{showCount(rows)}</a>,
      },
      {
        title: '合计（万元）',
        number: true,
        cell: ({ total, taken }) =>
          total && (
            <a href={valueLink('t', total.id)} title={taken ? describeTaken('合计', taken) : undefined}>
              {showAmount(total.amountFen)}
              {taken && '＊'}
            </a>
          ),
      },
      {
        title: '各地',
        whole: true,
        cell: ({ kind, departmentKey }) =>
          kind !== 'other' && (
            <a href={pageLink('/compare', { statement: kind, department: departmentKey })}>并列</a>
          ),
      },
    ]}
    rows={statements}
  />
);
