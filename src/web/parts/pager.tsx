import type { FC } from 'hono/jsx';
import { addressOf, type ListQuery } from '../list-query.js';
import { showCount } from './format-figures.js';

/** How many rows a list has; not exact: at least so many. */
export interface Total {
  rows: number;
  isExact: boolean;
}

/** Pages named beside the current one. */
const AROUND = 2;

/** Where in the list one is, and links to the other pages. */
export const Pager: FC<{ query: ListQuery; total: Total; size: number }> = ({ query, total, size }) => {
  const pages = Math.max(1, Math.ceil(total.rows / size));
  const { page } = query;
  const from = (page - 1) * size + 1;
  const to = Math.min(page * size, total.rows);
  return (
    <nav class="pager" aria-label="翻页">
      <span>
        {to >= from && `第 ${showCount(from)}–${showCount(to)} 条，`}共 {showTotal(total)}
      </span>
      {pages > 1 && (
        <ul>
          {page > 1 && <PageLink query={query} page={page - 1} title="上一页" rel="prev" />}
          {pagesNamed(page, pages).map((each) =>
            each === null ? (
              <li aria-hidden="true">…</li>
            ) : (
              <PageLink query={query} page={each} title={showCount(each)} />
            ),
          )}
          {page < pages && <PageLink query={query} page={page + 1} title="下一页" rel="next" />}
        </ul>
      )}
    </nav>
  );
};

/** `12,345 条`, or `10,000 条以上`. */
const showTotal = ({ rows, isExact }: Total): string => `${showCount(rows)} 条${isExact ? '' : '以上'}`;

const PageLink: FC<{ query: ListQuery; page: number; title: string; rel?: string }> = ({
  query,
  page,
  title,
  rel,
}) => (
  <li>
    <a
      href={addressOf(query, { page })}
      rel={rel}
      aria-label={rel === undefined ? `第 ${page} 页` : undefined}
      aria-current={page === query.page ? 'page' : undefined}
    >
      {title}
    </a>
  </li>
);

/** First, last and those around the current page; null: some are left out. */
function pagesNamed(page: number, pages: number): (number | null)[] {
  const named = [1, pages, ...Array.from({ length: 2 * AROUND + 1 }, (_, n) => page - AROUND + n)];
  const sorted = [...new Set(named)].filter((each) => each >= 1 && each <= pages).sort((a, b) => a - b);
  return sorted.flatMap((each, n) => (n > 0 && each - (sorted[n - 1] ?? 0) > 1 ? [null, each] : [each]));
}
