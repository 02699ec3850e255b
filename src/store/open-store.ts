import type { ReadDocument } from '../model/document.js';
import type { ViewFilter } from '../model/filters.js';
import type { ImportRecord } from '../model/import-record.js';
import type { StoreCheck, StoredText } from '../model/ports/care.js';
import type { ComparisonRows } from '../model/ports/comparison-rows.js';
import type {
  Assignment,
  AuditSource,
  DocumentSink,
  ImportLog,
  ListedReading,
  ReadingFilter,
} from '../model/ports/documents.js';
import type {
  DepartmentReviews,
  FindingSink,
  Neighbours,
  NewReview,
  ReviewCount,
  ReviewedFinding,
  ReviewFilter,
  ReviewPage,
  ReviewResult,
  Sighting,
} from '../model/ports/findings.js';
import type {
  Dimension,
  FacetCount,
  GroupCount,
  Located,
  Page,
  ResultTable,
  RowCount,
  RowMatch,
  SearchHit,
  SearchOptions,
  SqlLimits,
  SqlParams,
  SqlResult,
  StoreOverview,
  StoreSummary,
} from '../model/ports/questions.js';
import type { Review } from '../model/review.js';
import type { SqlValue } from '../model/sql-value.js';
import { checkStore } from './care/check-store.js';
import { dump } from './care/dump.js';
import { rewriteStore } from './care/rewrite-store.js';
import { storedTexts } from './care/stored-texts.js';
import { comparisonRows } from './comparing/comparison-rows.js';
import { knownArchive, saveArchive } from './documents/archives.js';
import { assign } from './documents/assign.js';
import { addPath } from './documents/document-paths.js';
import { documentsInScope } from './documents/documents-in-scope.js';
import { findDocuments } from './documents/find-documents.js';
import { beginImport, endImport, listImports } from './documents/import-log.js';
import { knownDocument } from './documents/known-document.js';
import { linkVersions } from './documents/link-versions.js';
import { listReadings } from './documents/list-readings.js';
import { loadDocument, loadReading } from './documents/load-document.js';
import { documentsBelow, removeDocuments } from './documents/remove-documents.js';
import { saveDocuments } from './documents/save-document.js';
import { backUp } from './file/back-up.js';
import { closeDatabase, type OpenOptions, openDatabase } from './file/open-database.js';
import { countByDepartment, countReviews } from './findings/count-reviews.js';
import { findingHistory } from './findings/finding-history.js';
import { findingNeighbours } from './findings/finding-neighbours.js';
import { listReviews, reviewedFinding } from './findings/list-reviews.js';
import { loadReviews } from './findings/load-reviews.js';
import { saveReviews } from './findings/save-reviews.js';
import { saveRun } from './findings/save-run.js';
import { toStoreError } from './ground/to-store-error.js';
import { countBy } from './questions/count-by.js';
import { countRows } from './questions/count-rows.js';
import { facets } from './questions/facets.js';
import { locate } from './questions/locate.js';
import { distinctRows, matchingRows } from './questions/matching-rows.js';
import { overview } from './questions/overview.js';
import { iterateView, queryView } from './questions/query-view.js';
import { search } from './questions/search.js';
import { summarize } from './questions/summarize.js';
import { runSql } from './sql/run-sql.js';

/**
 * A store: one SQLite file. Questions throw `QueryError` when they are wrong; anything that touches the file throws
 * `StoreError` when the file cannot be used.
 */
export interface Store extends DocumentSink, AuditSource, FindingSink, ImportLog, ComparisonRows {
  readonly path: string;
  save(document: ReadDocument): Promise<void>;
  /** The document as saved, with what a person assigned applied; null when not in the store. */
  load(sha256: string): ReadDocument | null;
  /** The document as it was read; null when not in the store. */
  reading(sha256: string): ReadDocument | null;
  /** Every text a person may see, those packed in readings apart; nothing may be written until they end. */
  texts(): Iterable<StoredText>;
  /** Puts other readings and texts in the place of stored ones, in one transaction; what was there is not left in the file. */
  rewrite(readings: Iterable<ReadDocument>, change: (stored: StoredText) => string): { texts: number };
  assign(sha256: string, assignment: Assignment): void;
  /** sha256 of the documents meant by an id, a path, the end of a path or the beginning of a sha256. */
  findDocuments(wanted: string): string[];
  /** Documents that lie in a folder or archive with all their paths, and how many others have a path there. */
  documentsBelow(folder: string): { sha256: string[]; elsewhere: number };
  remove(contents: readonly string[]): void;
  /** Readings by outcome or age of their reader, with every path of theirs. */
  listReadings(filter: ReadingFilter): ListedReading[];
  /** The latest imports, newest first. */
  imports(limit: number): ImportRecord[];
  /** What an id such as `i123` or `f45` names. */
  locate(id: string): Located;
  /** Reviewers' answers by fingerprint. */
  reviews(): Map<string, Review>;
  /** Findings still reported or answered, with the answer; gravest first. */
  listReviews(filter?: ReviewFilter, page?: ReviewPage): ReviewedFinding[];
  /** How many findings `listReviews` has, by rule, severity and answer. */
  countReviews(filter?: ReviewFilter): ReviewCount[];
  /** The departments of those findings, with the most errors first. */
  countReviewsByDepartment(
    filter?: ReviewFilter,
    page?: Pick<ReviewPage, 'limit' | 'offset'>,
  ): { departments: DepartmentReviews[]; total: number };
  /** One finding as `listReviews` has it; null where no run has had it. */
  reviewedFinding(id: number): ReviewedFinding | null;
  /** The findings that stand before and behind one in `listReviews`. */
  findingNeighbours(id: number, filter?: ReviewFilter, sort?: string): Neighbours;
  /** The runs that reported a finding, the newest first. */
  findingHistory(finding: Pick<ReviewedFinding, 'fingerprint' | 'id'>): Sighting[];
  /** Stores answers; says of each what became of it. */
  saveReviews(reviews: readonly NewReview[]): ReviewResult[];
  query(view: string, filter?: ViewFilter, page?: Page): ResultTable;
  /** Rows of a view whose columns have these very values. */
  matching<Row = Record<string, SqlValue>>(
    view: string,
    match: RowMatch,
    columns?: readonly (keyof Row & string)[],
  ): Row[];
  /** The different values these columns of a view have together, in their order; blank ones first. */
  distinct(view: string, columns: readonly string[]): Record<string, SqlValue>[];
  /** The rows of `query`, one at a time; nothing may be written until they end. */
  rows(view: string, filter?: ViewFilter, page?: Page): Iterable<Record<string, SqlValue>>;
  /** Counts of rows by value of columns: province, year, level2 and kind by default. */
  facets(view: string, filter?: ViewFilter, columns?: readonly string[]): FacetCount[];
  /** How many rows a filter keeps, for paging. */
  count(view: string, filter?: ViewFilter, atMost?: number): RowCount;
  /** Full text search over names, goals, descriptions, calculations and texts; the best first. */
  search(text: string, options?: SearchOptions): SearchHit[];
  sql(sql: string, params?: SqlParams, limits?: SqlLimits): SqlResult;
  summary(): StoreSummary;
  /** What the store covers, quickly. */
  overview(): StoreOverview;
  countBy(dimension: Dimension): GroupCount[];
  /** Looks for damage, orphans and wrong counts; reads every document. */
  check(): StoreCheck;
  /** Writes a consistent copy to a file that does not exist yet. */
  backUp(file: string): void;
  /** Deterministic text of all data; the log of imports, which tells of times and repetitions, is none. */
  dump(): string;
  close(): void;
}

export interface StoreOptions extends OpenOptions {
  /** When an audit run, an answer or an import is written down; the clock of the machine by default. */
  now?: () => Date;
}

/**
 * Opens a store, creating it where there is none (not with `readOnly`).
 * @throws StoreError when the file is missing (read-only), foreign, damaged, locked or of another version
 */
export function openStore(path: string, { now = () => new Date(), ...options }: StoreOptions = {}): Store {
  const db = openDatabase(path, options);
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw toStoreError(error, path);
    }
  };
  const compared = comparisonRows(db);
  return {
    path,
    known: async (sha256) => guard(() => knownDocument(db, sha256)),
    save: async (document) => {
      guard(() => saveDocuments(db, [{ document }]));
    },
    saveAll: async (parcels) => guard(() => saveDocuments(db, parcels)),
    addPath: async (sha256, path, { shown = path, url = null, published = null } = {}) =>
      guard(() => addPath(db, sha256, { path, shown, url, published })),
    knownArchive: async (sha256) => guard(() => knownArchive(db, sha256)),
    saveArchive: async (sha256, members) => guard(() => saveArchive(db, sha256, members)),
    linkVersions: async () => guard(() => linkVersions(db)),
    documents: async function* (scope) {
      try {
        yield* documentsInScope(db, scope);
      } catch (error) {
        throw toStoreError(error, path);
      }
    },
    saveRun: async (run) => guard(() => saveRun(db, run, now().toISOString())),
    load: (sha256) => guard(() => loadDocument(db, sha256)),
    reading: (sha256) => guard(() => loadReading(db, sha256)),
    texts: () => guard(() => storedTexts(db)),
    rewrite: (readings, change) => guard(() => rewriteStore(db, readings, change)),
    assign: (sha256, assignment) => guard(() => assign(db, sha256, assignment)),
    findDocuments: (wanted) => guard(() => findDocuments(db, wanted)),
    documentsBelow: (folder) => guard(() => documentsBelow(db, folder)),
    remove: (contents) => guard(() => removeDocuments(db, contents)),
    listReadings: (filter) => guard(() => listReadings(db, filter)),
    beginImport: (given) => guard(() => beginImport(db, given, now().toISOString())),
    endImport: (id, end) => guard(() => endImport(db, id, end, now().toISOString())),
    imports: (limit) => guard(() => listImports(db, limit)),
    locate: (id) => guard(() => locate(db, id)),
    reviews: () => guard(() => loadReviews(db)),
    listReviews: (filter, page) => guard(() => listReviews(db, filter, page)),
    countReviews: (filter) => guard(() => countReviews(db, filter)),
    countReviewsByDepartment: (filter, page) => guard(() => countByDepartment(db, filter, page)),
    reviewedFinding: (id) => guard(() => reviewedFinding(db, id)),
    findingNeighbours: (id, filter, sort) => guard(() => findingNeighbours(db, id, filter, sort)),
    findingHistory: ({ fingerprint, id }) => guard(() => findingHistory(db, fingerprint, id)),
    saveReviews: (reviews) => guard(() => saveReviews(db, reviews, now().toISOString())),
    distinct: (view, columns) => guard(() => distinctRows(db, view, columns)),
    matching: (view, match, columns) => guard(() => matchingRows(db, view, match, columns)),
    query: (view, filter, page) => guard(() => queryView(db, view, filter, page)),
    rows: (view, filter, page) => guard(() => iterateView(db, view, filter, page)),
    facets: (view, filter, columns) => guard(() => facets(db, view, filter, columns)),
    count: (view, filter, atMost) => guard(() => countRows(db, view, filter, atMost)),
    search: (text, options) => guard(() => search(db, text, options)),
    sql: (sql, params, limits) => guard(() => runSql(db, sql, params, limits)),
    findProjects: async (search, filter) => guard(() => compared.findProjects(search, filter)),
    nearestProjects: async (search, filter, most) =>
      guard(() => compared.nearestProjects(search, filter, most)),
    nearestIndicators: async (search, filter, most) =>
      guard(() => compared.nearestIndicators(search, filter, most)),
    projectRow: async (id) => guard(() => compared.projectRow(id)),
    indicatorRows: async (projects, texts, filter) =>
      guard(() => compared.indicatorRows(projects, texts, filter)),
    costRows: async (projects) => guard(() => compared.costRows(projects)),
    departmentRows: async (filter) => guard(() => compared.departmentRows(filter)),
    formRows: async (filter) => guard(() => compared.formRows(filter)),
    departmentsSeen: async (filter) => guard(() => compared.departmentsSeen(filter)),
    summary: () => guard(() => summarize(db)),
    overview: () => guard(() => overview(db)),
    countBy: (dimension) => guard(() => countBy(db, dimension)),
    check: () => guard(() => checkStore(db)),
    backUp: (file) => guard(() => backUp(db, file)),
    dump: () => guard(() => dump(db)),
    close: () => guard(() => closeDatabase(db)),
  };
}
