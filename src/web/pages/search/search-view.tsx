import type { Child, FC } from 'hono/jsx';
import { requireView } from '../../../model/named-view.js';
import type { FacetCount } from '../../../model/ports/questions.js';
import { findView } from '../../../model/views.js';
import { findRegions } from '../../../pipeline/subjects/find-regions.js';
import { EXPORT_FORMATS, mostRows } from '../../export-formats.js';
import { addressOf } from '../../list-query.js';
import { ColumnChooser } from '../../parts/column-chooser.js';
import { DataTable } from '../../parts/data-table.js';
import { EmptyState } from '../../parts/empty-state.js';
import { FacetList } from '../../parts/facet-list.js';
import { ActiveFilters, FilterForm } from '../../parts/filter-form.js';
import { showCount } from '../../parts/format-figures.js';
import { everyColumn, type ListColumn } from '../../parts/list-column.js';
import { PageFrame } from '../../parts/page-frame.js';
import { Pager, type Total } from '../../parts/pager.js';
import type { Site } from '../../site.js';
import { facetValues, kindChoices, kindTitle, ruleChoices, severityChoices } from './facet-values.js';
import { HitList } from './hit-list.js';
import { listColumns } from './list-columns.js';
import type { HitPage } from './read-hits.js';
import { type ListPage, ROWS_A_PAGE } from './read-list.js';
import type { Tab } from './read-tabs.js';
import {
  asView,
  type SearchQuery,
  type SearchView,
  VIEW_FILTERS,
  VIEW_TITLES,
  WHICH,
} from './search-query.js';

const LEVELS = ['产出指标', '效益指标', '满意度指标', '成本指标'];

const CHOICES = {
  level1: LEVELS.map((value) => ({ value, title: value })),
  rule: ruleChoices,
  severity: severityChoices,
};

const namedOf = (view: SearchView) => ({
  region: (value: string) => findRegions(value)[0]?.name ?? value,
  [WHICH]: (value: string) => findView(value)?.title ?? value,
  kind: (value: string) => kindTitle(view, value),
  severity: (value: string) => severityChoices.find((each) => each.value === value)?.title ?? value,
  rule: (value: string) => ruleChoices.find((each) => each.value === value)?.title ?? value,
});

interface SearchViewProps {
  site: Site;
  query: SearchQuery;
  tabs: readonly Tab[];
  children?: Child;
}

/** What is around every list: tabs, filters, what is set. */
export const SearchFrame: FC<SearchViewProps> = ({ site, query, tabs, children }) => (
  <PageFrame site={site} title="检索" section="/search">
    <FilterForm
      query={query}
      fields={VIEW_FILTERS[query.view]}
      choices={{ ...CHOICES, kind: kindChoices(query.view) }}
    />
    <nav aria-label="检索范围">
      <ul class="tabs">
        {tabs.map(({ view, total }) => (
          <li>
            <a href={addressOf(asView(query, view))} aria-current={view === query.view ? 'page' : undefined}>
              {VIEW_TITLES[view]}
              {total && (
                <span class="count">
                  {' '}
                  {showCount(total.rows)}
                  {!total.isExact && '+'}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <ActiveFilters query={query} titles={{ [WHICH]: '哪一类' }} named={namedOf(query.view)} />
    {children}
  </PageFrame>
);

/** One page of a list, its facets beside it. */
export const ListView: FC<{ query: SearchQuery; columns: readonly ListColumn[]; list: ListPage }> = ({
  query,
  columns,
  list,
}) => {
  const { view } = query;
  if (view === 'all') return null;
  const { rows, total, facets } = list;
  if (total.rows === 0) return <NothingFound query={query} />;
  const pager = <Pager query={query} total={total} size={ROWS_A_PAGE} />;
  return (
    <div class="with-facets">
      <Facets query={query} counts={facets} />
      <div>
        <div class="list-head">
          {pager}
          <Exports query={query} total={total} />
        </div>
        <ColumnChooser
          query={query}
          columns={everyColumn(listColumns(view, []), requireView(view))}
          shown={columns}
          files="导出也只含所选的列"
        />
        {rows.length === 0 ? (
          <NoSuchPage query={query} />
        ) : (
          <DataTable caption={VIEW_TITLES[view]} columns={columns} rows={rows} query={query} />
        )}
        {rows.length > 10 && pager}
      </div>
    </div>
  );
};

/** How the rows found spread; each value narrows the list to it. */
const Facets: FC<{ query: SearchQuery; counts: readonly FacetCount[] }> = ({ query, counts }) => (
  <section class="facets" aria-label="按数量缩小范围">
    {counts.length === 0 && <p class="soft">结果太多，先加条件，再按地区、年度分组计数。</p>}
    {facetValues(query.view, counts).map(({ name, title, values }) => (
      <FacetList query={query} name={name} title={title} values={values} />
    ))}
  </section>
);

/** What the full text search found. */
export const HitView: FC<{ query: SearchQuery; found: HitPage | null }> = ({ query, found }) => {
  if (found === null) {
    return (
      <EmptyState>
        在上面输入要找的词：几个词并列为同时出现，OR 为其一，NOT 为排除，可用括号和引号，如 宣传 (禁毒 OR
        反诈) NOT 青少年。
      </EmptyState>
    );
  }
  if (found.rows === 0) return <NothingFound query={query} />;
  const pager = <Pager query={query} total={found} size={ROWS_A_PAGE} />;
  return (
    <div class="with-facets">
      <Facets query={query} counts={found.facets} />
      <div>
        <div class="list-head">
          {pager}
          <Exports query={query} total={found} />
        </div>
        {found.hits.length === 0 ? (
          <NoSuchPage query={query} />
        ) : (
          <HitList hits={found.hits} terms={found.terms} first={(query.page - 1) * ROWS_A_PAGE + 1} />
        )}
        {found.hits.length > 10 && pager}
      </div>
    </div>
  );
};

const NoSuchPage: FC<{ query: SearchQuery }> = ({ query }) => (
  <EmptyState>
    没有第 {query.page} 页；<a href={addressOf(query)}>回到第 1 页</a>。
  </EmptyState>
);

const NothingFound: FC<{ query: SearchQuery }> = ({ query }) => {
  const { text } = query.filter;
  const isExpression = query.view !== 'all' && text !== undefined && /\b(AND|OR|NOT)\b|\s/.test(text);
  return (
    <EmptyState>
      没有符合条件的{VIEW_TITLES[query.view]}。
      {query.view === 'findings' && '疑点来自最近一次核查；还没有核查过时，到疑点清单运行核查。'}
      {isExpression ? (
        <>
          这里按原样的文字查找；几个词分开找、用 AND、OR、NOT 请看
          <a href={addressOf(asView(query, 'all'))}>全文</a>。
        </>
      ) : (
        '可去掉一个条件，或换一个词。'
      )}
    </EmptyState>
  );
};

const Exports: FC<{ query: SearchQuery; total: Total }> = ({ query, total }) => (
  <p class="no-print">
    导出全部结果：
    {EXPORT_FORMATS.map((format) => {
      const most = mostRows(query.view, format);
      const name = format.toUpperCase();
      return total.rows > most ? (
        <span class="soft">
          {name}（超过 {showCount(most)} 条，请先缩小范围）{' '}
        </span>
      ) : (
        <>
          <a href={addressOf({ ...query, path: '/search/export' }, { format })} download>
            {name}
          </a>{' '}
        </>
      );
    })}
    {query.view === 'all' && (
      <span class="soft">（最相关的 {showCount(mostRows('all', 'csv'))} 条以内）</span>
    )}
  </p>
);
