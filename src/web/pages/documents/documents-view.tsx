import type { FC } from 'hono/jsx';
import { FORMAT_TITLES, UNRESOLVED_TITLES } from '../../../model/document.js';
import { requireView } from '../../../model/named-view.js';
import { OUTCOME_TITLES, type Outcome } from '../../../model/outcome.js';
import type { Repair } from '../../../model/ports/documents.js';
import type { ReadingGap } from '../../../model/reading-gaps.js';
import type { Row } from '../../../report/row.js';
import { EXPORT_FORMATS } from '../../export-formats.js';
import { departmentLink, documentLink } from '../../links.js';
import { addressOf, COLUMNS, type ListQuery } from '../../list-query.js';
import { ColumnChooser } from '../../parts/column-chooser.js';
import { DataTable } from '../../parts/data-table.js';
import { documentName } from '../../parts/document-name.js';
import { EmptyState } from '../../parts/empty-state.js';
import { FacetList } from '../../parts/facet-list.js';
import { ActiveFilters, FilterForm } from '../../parts/filter-form.js';
import { showCount, showListed, showRegion } from '../../parts/format-figures.js';
import { columnsNamed, everyColumn, type ListColumn } from '../../parts/list-column.js';
import { PageFrame } from '../../parts/page-frame.js';
import { Pager } from '../../parts/pager.js';
import { REGION_SCRIPT } from '../../parts/region-field.js';
import type { Site } from '../../site.js';
import { JustRepaired, PastRepairs } from './past-repairs.js';
import { DOCUMENTS_A_PAGE, type DocumentsPage } from './read-documents.js';
import { CHOICE, RepairForm } from './repair-form.js';

const outcomeTitle = (outcome: string): string => OUTCOME_TITLES[outcome as Outcome];
const formatTitle = (format: string): string => FORMAT_TITLES[format] ?? format;

const FACETS = [
  { name: 'outcome', title: '读取结果', titleOf: outcomeTitle },
  { name: 'format', title: '格式', titleOf: formatTitle },
];

/** Every document of the store, and how its reading ended. */
export const DocumentsView: FC<{
  site: Site;
  query: ListQuery;
  /** Names of the columns chosen; null: the usual ones. */
  chosen: readonly string[] | null;
  list: DocumentsPage;
  repairs: readonly Repair[];
  /** The repair that was made just now; `undone`: one was taken back. */
  done?: string;
}> = ({ site, query, chosen, list: { rows, gaps, total, facets }, repairs, done }) => {
  const usual = documentColumns(gaps);
  const shown = columnsNamed(usual, requireView('documents'), chosen);
  const pager = <Pager query={query} total={total} size={DOCUMENTS_A_PAGE} />;
  return (
    <PageFrame
      site={site}
      title="文档"
      section="/documents"
      styles={['documents.css']}
      scripts={[REGION_SCRIPT, 'repair.js']}
    >
      <JustRepaired done={done} repairs={repairs} />
      <FilterForm
        query={query}
        fields={['text', 'region', 'year', 'stage', 'department', 'unresolved']}
        hints={{ text: '路径、标题里的字' }}
      />
      <ActiveFilters
        query={query}
        titles={{ outcome: '读取结果', format: '格式' }}
        named={{ outcome: outcomeTitle, format: formatTitle }}
      />
      {total.rows === 0 ? (
        <NoDocuments site={site} query={query} />
      ) : (
        <div class="with-facets">
          <section class="facets" aria-label="按数量缩小范围">
            {FACETS.map(({ name, title, titleOf }) => (
              <FacetList
                query={query}
                name={name}
                title={title}
                values={facets
                  .filter(({ column }) => column === name)
                  .map(({ value, count }) => ({
                    value: String(value),
                    title: titleOf(String(value)),
                    count,
                  }))}
              />
            ))}
          </section>
          <div>
            {pager}
            {rows.length === 0 ? (
              <EmptyState>
                没有第 {query.page} 页；<a href={addressOf(query)}>回到第 1 页</a>。
              </EmptyState>
            ) : (
              <>
                <ColumnChooser
                  query={query}
                  columns={everyColumn(usual, requireView('documents'))}
                  shown={shown}
                  files="导出也只含所选的列"
                />
                <RepairForm site={site} query={query} total={total}>
                  <DataTable
                    isStacked
                    caption="文档"
                    columns={site.readOnly ? shown : [CHOICE, ...shown]}
                    rows={rows}
                    query={query}
                  />
                </RepairForm>
              </>
            )}
            {rows.length > 10 && pager}
            <p class="exports no-print with-program">
              下载所列的全部文档：
              {EXPORT_FORMATS.map((format) => (
                <>
                  <a href={addressOf({ ...query, path: `/documents/export/${format}` })} download>
                    {format.toUpperCase()}
                  </a>{' '}
                </>
              ))}
            </p>
          </div>
        </div>
      )}
      <PastRepairs repairs={repairs} />
    </PageFrame>
  );
};

const NoDocuments: FC<{ site: Site; query: ListQuery }> = ({ site, query }) => {
  const isFiltered = Object.keys(query.given).some((name) => !['page', 'sort', COLUMNS].includes(name));
  if (isFiltered) {
    return (
      <EmptyState>
        没有符合条件的文档。可去掉一个条件，或<a href={query.path}>看全部文档</a>。
      </EmptyState>
    );
  }
  return (
    <EmptyState>
      库里还没有文档。
      {site.readOnly ? '请换一个库，或不带 --read-only 重新启动后导入。' : <a href="/import">导入文件</a>}
    </EmptyState>
  );
};

const text = (row: Row, name: string): string | null =>
  row[name] === null || row[name] === undefined ? null : String(row[name]);

/** A count of what was not read, with the way to see it. */
const countLink = (row: Row, column: string, shown: string) =>
  Number(row[column]) === 0 ? (
    '0'
  ) : (
    <a href={`${documentLink(Number(row.id))}?show=${shown}`}>{showCount(Number(row[column]))}</a>
  );

/** The columns the list usually has. */
const documentColumns = (gaps: DocumentsPage['gaps']): readonly ListColumn[] => [
  {
    name: 'path',
    title: '文档',
    sort: 'path',
    head: true,
    cell: (row) => (
      <>
        <a href={documentLink(Number(row.id))}>
          {documentName({ title: text(row, 'title'), path: String(row.path) })}
        </a>
        <div class="path">{showListed(text(row, 'path'), 200)}</div>
        {row.superseded_by !== null && (
          <div>
            已有<a href={documentLink(Number(row.superseded_by))}>较新的版本</a>
          </div>
        )}
      </>
    ),
  },
  {
    name: 'region',
    of: ['province', 'city', 'region', 'department', 'unresolved'],
    title: '地区、部门',
    sort: 'region_code',
    cell: (row) => {
      const [province, city, region] = ['province', 'city', 'region'].map((name) => text(row, name));
      const department = text(row, 'department');
      const link = departmentLink({
        region: region ?? null,
        region_code: text(row, 'region_code'),
        department,
        department_key: text(row, 'department_key'),
      });
      return (
        <>
          {showRegion({ province: province ?? null, city: city ?? null, region: region ?? null })}{' '}
          {link === null ? department : <a href={link}>{department}</a>}
          {row.unresolved !== null && <Unresolved which={String(row.unresolved)} />}
        </>
      );
    },
  },
  { name: 'year', title: '年度', sort: 'year', whole: true, cell: (row) => text(row, 'year') },
  {
    name: 'outcome',
    title: '读取结果',
    sort: 'outcome',
    cell: (row) => {
      const lacking = gaps.get(Number(row.id)) ?? [];
      return (
        <>
          {outcomeTitle(String(row.outcome))}
          <FirstGap document={Number(row.id)} gaps={lacking} />
        </>
      );
    },
  },
  {
    name: 'format',
    title: '格式',
    sort: 'format',
    whole: true,
    cell: (row) => formatTitle(text(row, 'format') ?? ''),
  },
  {
    name: 'forms',
    title: '绩效表',
    sort: 'forms',
    number: true,
    cell: (row) => showCount(Number(row.forms)),
  },
  {
    name: 'unclaimed_cells',
    title: '未认领格',
    sort: 'unclaimed_cells',
    number: true,
    cell: (row) => countLink(row, 'unclaimed_cells', 'unclaimed'),
  },
  {
    name: 'unread_rows',
    title: '未读行',
    sort: 'unread_rows',
    number: true,
    cell: (row) => countLink(row, 'unread_rows', 'unclaimed,diagnostics'),
  },
];

/** The first of what a document lacks, and how much more there is; its page says all of it, and what to do. */
const FirstGap: FC<{ document: number; gaps: readonly ReadingGap[] }> = ({
  document,
  gaps: [first, ...others],
}) =>
  first === undefined ? null : (
    <div class="soft">
      {first.place !== null && (
        <>
          <a href={`${documentLink(document, first.place)}#here`}>{first.place}</a>{' '}
        </>
      )}
      {first.message}
      {others.length > 0 && (
        <>
          {' '}
          <a href={documentLink(document)}>另有 {others.length} 处</a>
        </>
      )}
    </div>
  );

const Unresolved: FC<{ which: string }> = ({ which }) => (
  <div>
    <b>
      {which
        .split(',')
        .map((name) => UNRESOLVED_TITLES[name] ?? name)
        .join('、')}
      未定
    </b>
  </div>
);
