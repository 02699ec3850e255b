import type { SubjectFilter, ViewFilter } from '../filters.js';
import type { Finding } from '../finding.js';
import type { Outcome } from '../outcome.js';
import type { Partition, PartitionFound } from '../partition.js';
import type { PublishedPlace } from '../published-place.js';
import type { RowName } from '../row-name.js';
import type { RowKind, SearchedView } from '../sections/sections.js';
import type { SqlValue } from '../sql-value.js';
import type { ComparisonRows } from './comparison-rows.js';

/** Which part of the result, and how it is laid out. */
export interface Page {
  limit?: number;
  offset?: number;
  /** Columns in the order wanted; all by default. */
  columns?: string[];
  /**
   * Column names, `-` before one for descending: `-amount_wan,region`; blank values come last. Findings also by `gravity`: gravest
   * first, then by what is at stake.
   */
  sort?: string;
}

export interface ResultTable {
  columns: string[];
  rows: Record<string, SqlValue>[];
}

/** Values a column must have, by column: one, or one of a list; null for blank. */
export type RowMatch = Readonly<Record<string, SqlValue | readonly SqlValue[]>>;

/** How many rows of a view have a value in a column. */
export interface FacetCount {
  column: string;
  value: SqlValue;
  count: number;
}

/** How many rows a filter keeps. */
export interface RowCount {
  rows: number;
  /** false: there are more than `rows`, which is where counting stopped. */
  isExact: boolean;
}

/** Where what an id names stands in the model: `loadDocument(sha256).disclosures[disclosure].indicators[index]`. */
export type Located =
  | { kind: RowKind; sha256: string; disclosure: number; index: number }
  | { kind: 'document'; sha256: string }
  | { kind: 'finding'; finding: Finding };

/** One row that was found. */
export interface SearchHit {
  view: SearchedView;
  /** Id of the row; null for texts, which have none. */
  id: number | null;
  document_id: number;
  region: string | null;
  year: number | null;
  department: string | null;
  project: string | null;
  /** Column the snippet is from. */
  column: string;
  /** A piece of the text, each hit in 【】. */
  snippet: string;
  place: string | null;
}

/** What a full text search may be narrowed by; a level keeps indicators alone, which have one. */
export interface SearchScope extends SubjectFilter, Pick<ViewFilter, 'level1'> {
  /** Only rows of these views. */
  views?: readonly string[];
}

export interface SearchOptions extends SearchScope {
  limit?: number;
  offset?: number;
}

/** How much a full text search finds. */
export interface SearchCounts extends RowCount {
  /** By `view` and by columns of the rows, the most frequent first; empty where the count is not exact. */
  facets: FacetCount[];
}

export interface SqlLimits {
  /** Rows at most; what is beyond is left out and `truncated` says so. */
  rows?: number;
  /** Bytes of the values at most, texts in UTF-8 and blobs as they are shown; what is beyond is left out likewise. */
  bytes?: number;
  /** Checked between rows: a statement that yields none meanwhile is not stopped. */
  milliseconds?: number;
}

/** `truncated`: the result has more rows than the limits allow. */
export type SqlResult = ResultTable & { truncated: boolean };

/** Positional (`?`) or named (`:year`) parameters. */
export type SqlParams = SqlValue[] | Record<string, SqlValue>;

/** What is in a store, in numbers. */
export interface StoreSummary {
  documents: number;
  /** Documents by outcome; outcomes that do not occur are left out. */
  outcomes: Partial<Record<Outcome, number>>;
  forms: number;
  disclosures: number;
  projects: number;
  indicators: number;
  /** Budget statements, blank ones included. */
  statements: number;
  cells: number;
  setAsideCells: number;
  unclaimedCells: number;
  /** Rows that look like those of a form and were not recognized. */
  unreadRows: number;
  /** Documents with a disclosure whose region, year or department is unknown. */
  unresolved: number;
}

/** What a store covers. */
export interface StoreOverview {
  documents: number;
  /** Documents whose region, year or department is unknown. */
  unresolved: number;
  /** Places that disclosed something. */
  regions: number;
  /** Departments that did, each place's own. */
  departments: number;
  /** Disclosures by province and year; null: unknown. */
  byProvince: { province: string | null; year: number | null; disclosures: number }[];
}

export type Dimension = 'province' | 'year' | 'stage' | 'format' | 'outcome';

/** Documents that have one value of a dimension in common, in numbers. */
export interface GroupCount {
  by: Dimension;
  /** `none`: no disclosure in them; `unknown`: their disclosures lack it; `several`: their disclosures differ. */
  group: 'value' | 'none' | 'unknown' | 'several';
  value: string | number | null;
  documents: number;
  disclosures: number;
  projects: number;
  indicators: number;
  statements: number;
  cells: number;
  unclaimed_cells: number;
  unread_rows: number;
  /** Documents with a disclosure whose region, year or department is unknown. */
  unresolved: number;
}

/**
 * Questions to what is stored; none changes anything.
 * Unknown views, columns and filters throw QueryError, whose message says what there is; every method throws StoreError when
 * the store cannot be used.
 */
export interface Questions extends ComparisonRows {
  /** Rows of a view, filtered, sorted, and a part of them. */
  query(view: string, filter?: ViewFilter, page?: Page): Promise<ResultTable>;
  /** Rows of a view whose columns have these very values, in the order of ids. */
  matching<Row = Record<string, SqlValue>>(
    view: string,
    match: RowMatch,
    columns?: readonly (keyof Row & string)[],
  ): Promise<Row[]>;
  /** The different values these columns of a view have together, in their order; blank ones first. */
  distinct(view: string, columns: readonly string[]): Promise<Record<string, SqlValue>[]>;
  /** The rows of `query`, one after the other, as they stand when the first is asked for; nobody's writing waits for them. */
  rows(view: string, filter?: ViewFilter, page?: Page): AsyncIterable<Record<string, SqlValue>>;
  /**
   * The rows of `query` as lists of values in the order of the view's columns, some hundreds at a time: for those who take them
   * all. They are of one state, as those of `rows`.
   */
  blocks(view: string, filter?: ViewFilter, partition?: Partition): AsyncIterable<SqlValue[][]>;
  /**
   * The partitions of a view the filter keeps rows of, blank values first.
   * @param within only these; all by default
   */
  partitions(view: string, filter?: ViewFilter, within?: Partition): Promise<PartitionFound[]>;
  /** Counts of rows by value of columns: province, year, level2 and kind by default; the most frequent first. */
  facets(view: string, filter?: ViewFilter, columns?: readonly string[]): Promise<FacetCount[]>;
  /** How many rows a filter keeps, for paging. */
  count(view: string, filter?: ViewFilter, atMost?: number): Promise<RowCount>;
  /** Full text search over names, goals, descriptions, calculations and texts (see `parseSearch`); the best first. */
  search(text: string, options?: SearchOptions): Promise<SearchHit[]>;
  /** How much `search` finds without a limit, and how it spreads over views, places, years, stages, departments and levels. */
  searchCounts(text: string, scope?: SearchScope): Promise<SearchCounts>;
  /** One SELECT over the views, read only. @throws QueryError when it is refused or wrong */
  sql(sql: string, params?: SqlParams, limits?: SqlLimits): Promise<SqlResult>;
  /**
   * What a name means: `i123`, `f45`, short ones (`i5123-15`, `d5123`), mere numbers.
   * @throws QueryError when it is none, or means nothing in the store, or several things, which are told
   */
  meant(name: string): Promise<RowName>;
  /** Where what a name means stands in the model. @throws as `meant` */
  locate(name: string): Promise<Located>;
  /** The beginnings by which documents are known in short names, by number. */
  shortNumbers(): Promise<ReadonlyMap<number, string>>;
  /** Counts over the whole store. */
  summary(): Promise<StoreSummary>;
  /** What the store covers, quickly. */
  overview(): Promise<StoreOverview>;
  /** Every place with what it disclosed for a year, by code; quickly. Superseded documents are left out. */
  publishedPlaces(filter: Pick<SubjectFilter, 'region' | 'year'>): Promise<PublishedPlace[]>;
  /** Counts by one dimension; every document is counted in one group. */
  countBy(dimension: Dimension): Promise<GroupCount[]>;
}
