import type { Child, FC } from 'hono/jsx';
import type { SqlResult } from '../../../model/ports/questions.js';
import type { SqlValue } from '../../../model/sql-value.js';
import { documentLink, projectLink } from '../../links.js';
import { EmptyState } from '../../parts/empty-state.js';
import { showCount, showListed } from '../../parts/format-figures.js';
import { RESULT_FORMATS, type SqlQuery, sqlLink } from './sql-query.js';

/** The result as a table, and the ways to take all of it along. */
export const ResultView: FC<{ query: SqlQuery; result: SqlResult }> = ({
  query,
  result: { columns, rows, truncated },
}) => (
  <section aria-labelledby="result">
    <h2 id="result">结果</h2>
    <p class="list-head">
      <span role="status">
        {truncated
          ? `只显示前 ${showCount(rows.length)} 行，还有更多；全部的在文件里。`
          : `共 ${showCount(rows.length)} 行。`}
      </span>{' '}
      <span class="no-print">
        导出全部结果：
        {RESULT_FORMATS.map((format) => (
          <>
            <a href={sqlLink(query, format)} download>
              {format.toUpperCase()}
            </a>{' '}
          </>
        ))}
        <a href={sqlLink(query)}>这个结果的网址</a>
      </span>
    </p>
    {rows.length === 0 ? (
      <EmptyState>没有符合条件的行。</EmptyState>
    ) : (
      <section class="wide" aria-label="结果" tabindex={0}>
        <table class="answer">
          <thead>
            <tr>
              {columns.map((name) => (
                <th scope="col" class={isNumeric(rows, name) ? 'number' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                {columns.map((name) => (
                  <td class={isNumeric(rows, name) ? 'number' : isLong(row[name]) ? 'long' : undefined}>
                    {cell(name, row[name] ?? null)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    )}
  </section>
);

const isNumeric = (rows: SqlResult['rows'], name: string): boolean =>
  rows.some((row) => typeof row[name] === 'number') &&
  rows.every((row) => row[name] === null || typeof row[name] === 'number');

/** Beyond so many characters a text is a sentence, not a name. */
const NAME = 24;

const isLong = (value: SqlValue | undefined): boolean => typeof value === 'string' && value.length > NAME;

/** Pages of what a column of this name holds the ids of. */
const PAGES: Record<string, (id: number) => string> = { document_id: documentLink, project_id: projectLink };

/** Blank stays apart from an empty text. */
function cell(name: string, value: SqlValue): Child {
  if (value === null) return <span class="soft">空</span>;
  const page = typeof value === 'number' ? PAGES[name] : undefined;
  return page ? <a href={page(Number(value))}>{String(value)}</a> : showListed(String(value));
}
