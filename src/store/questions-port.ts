import { requireView } from '../model/named-view.js';
import type { Questions } from '../model/ports/questions.js';
import { comparisonRows } from './comparing/comparison-rows.js';
import { shortNumbersOf } from './documents/find-documents.js';
import type { Engine, Face } from './ground/face.js';
import { countBy } from './questions/count-by.js';
import { countRows } from './questions/count-rows.js';
import { facets } from './questions/facets.js';
import { locate } from './questions/locate.js';
import { distinctRows, matchingRows } from './questions/matching-rows.js';
import { overview } from './questions/overview.js';
import { partitionsOf } from './questions/partitions.js';
import { publishedPlaces } from './questions/published-places.js';
import { iterateView, queryView } from './questions/query-view.js';
import { rowBlocks } from './questions/row-blocks.js';
import { rowMeant } from './questions/row-meant.js';
import { search } from './questions/search.js';
import { searchCounts } from './questions/search-counts.js';
import { summarize } from './questions/summarize.js';

export function questionsPort({ db, runSql }: Engine, { ask, stream }: Face): Questions {
  const compared = comparisonRows(db);
  return {
    query: (view, filter, page) => ask(() => queryView(db, view, filter, page)),
    matching: (view, match, columns) => ask(() => matchingRows(db, view, match, columns)),
    distinct: (view, columns) => ask(() => distinctRows(db, view, columns)),
    rows: (view, filter, page) => stream((own) => iterateView(own, view, filter, page)),
    blocks: (view, filter = {}, partition) =>
      stream((own) => {
        const columns = requireView(view).columns.map(({ name }) => name);
        return rowBlocks(own, view, { filter, sort: [], columns, partition });
      }),
    partitions: (view, filter, within) => ask(() => partitionsOf(db, view, filter, within)),
    facets: (view, filter, columns) => ask(() => facets(db, view, filter, columns)),
    count: (view, filter, atMost) => ask(() => countRows(db, view, filter, atMost)),
    search: (text, options) => ask(() => search(db, text, options)),
    searchCounts: (text, scope) => ask(() => searchCounts(db, text, scope)),
    sql: (sql, params, limits) => ask(() => runSql(sql, params, limits)),
    meant: (name) => ask(() => rowMeant(db, name)),
    shortNumbers: () => ask(() => shortNumbersOf(db)),
    locate: (id) => ask(() => locate(db, id)),
    summary: () => ask(() => summarize(db)),
    overview: () => ask(() => overview(db)),
    publishedPlaces: (filter) => ask(() => publishedPlaces(db, filter)),
    countBy: (dimension) => ask(() => countBy(db, dimension)),
    findProjects: (...asked) => ask(() => compared.findProjects(...asked)),
    nearestProjects: (...asked) => ask(() => compared.nearestProjects(...asked)),
    nearestIndicators: (...asked) => ask(() => compared.nearestIndicators(...asked)),
    projectRow: (id) => ask(() => compared.projectRow(id)),
    indicatorRows: (...asked) => ask(() => compared.indicatorRows(...asked)),
    costRows: (projects) => ask(() => compared.costRows(projects)),
    departmentRows: (filter) => ask(() => compared.departmentRows(filter)),
    formRows: (...asked) => ask(() => compared.formRows(...asked)),
    departmentsSeen: (filter) => ask(() => compared.departmentsSeen(filter)),
    placeYears: (...asked) => ask(() => compared.placeYears(...asked)),
    statementRows: (...asked) => ask(() => compared.statementRows(...asked)),
  };
}
