import type { Context } from 'hono';
import { findingList } from '../../../app/finding-list.js';
import { RULE_NAMES } from '../../../app/rules.js';
import { tellRules } from '../../../app/tell-rules.js';
import { QueryError } from '../../../model/facts/query-error.js';
import { SEVERITY_TITLES } from '../../../model/facts/severities.js';
import { FILTER_TITLES } from '../../../model/filters.js';
import type { Store } from '../../../model/ports/store.js';
import { REVIEW_TITLES } from '../../../model/review.js';
import { documentLoader } from '../../../pipeline/reading/document-loader.js';
import { REVIEW_COLUMNS, reviewRow } from '../../../report/review-table.js';
import type { Pieces, Row } from '../../../report/row.js';
import { FINDING_TITLES, type FindingQuery, readFindingQuery } from '../../finding-query.js';
import { fileOf, formatAsked, listFile } from '../../list-file.js';
import { showCount } from '../../parts/format-figures.js';

/** Findings a workbook with evidence holds: its documents are read while others wait. */
const MOST_IN_WORKBOOK = 2000;
/** Findings read at a time. */
const BATCH = 1000;

/**
 * All findings the filter of the list keeps as a file: the table `mingzhang audit review` writes, or a workbook with evidence
 * that `mingzhang audit review --from` reads back.
 * @throws QueryError on an unknown format, or more findings than a workbook holds
 */
export async function exportFindings(context: Context, store: Store): Promise<Response> {
  const query = readFindingQuery(context.req.url, ['format']);
  const format = formatAsked(query.given.format ?? 'csv');
  if (format === 'xlsx') return fileOf(context, 'findings', format, await workbook(store, query));
  return listFile(context, 'findings', format, {
    rows: rowsOf(store, query),
    columns: await tellRules(REVIEW_COLUMNS),
  });
}

async function* rowsOf(store: Store, { reviews, sort }: FindingQuery): AsyncGenerator<Row> {
  for (let offset = 0; ; offset += BATCH) {
    const batch = await store.listReviews(reviews, { sort, limit: BATCH, offset });
    for (const finding of batch) yield reviewRow({ ...finding });
    if (batch.length < BATCH) return;
  }
}

async function workbook(store: Store, query: FindingQuery): Promise<Pieces> {
  const found = (await store.countReviews(query.reviews)).reduce((sum, { findings }) => sum + findings, 0);
  if (found > MOST_IN_WORKBOOK) {
    throw new QueryError(
      `带证据的 Excel 最多 ${showCount(MOST_IN_WORKBOOK)} 条，现有 ${showCount(found)} 条；请缩小范围，下载 CSV，或运行 mingzhang audit --format xlsx`,
    );
  }
  const { listWorkbook } = await import('../../../report/audit-workbook/list-workbook.js');
  return listWorkbook(await findingList(store, chosenBy(query)), {
    load: documentLoader(store),
    pile: store.pile,
  });
}

const chosenBy = (query: FindingQuery) => ({
  filter: query.reviews,
  sort: query.sort,
  chosen: describeFilter(query),
});

const VALUE_TITLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  severity: SEVERITY_TITLES,
  review: REVIEW_TITLES,
  rule: RULE_NAMES,
};

function describeFilter({ given }: FindingQuery): string {
  const titles: Record<string, string> = { ...FILTER_TITLES, ...FINDING_TITLES };
  const shown = (name: string, value: string): string => VALUE_TITLES[name]?.[value] ?? value;
  const parts = Object.entries(given).flatMap(([name, value]) =>
    titles[name] === undefined ? [] : [`${titles[name]} ${shown(name, value)}`],
  );
  return parts.join('，') || '库中全部';
}
