import type { RowSubject } from './comparison.js';
import type { ColumnKind, StatementKind, StatementSide } from './statement.js';

/** A row of `statements`, and whose disclosure it is part of. */
export interface StatementRow extends RowSubject {
  id: number;
  /** Id of the disclosure: what persons and statements of one pack have in common. */
  disclosure: number;
  kind: StatementKind;
  title: string;
  page: number | null;
  rows: number;
  /** 1: printed without figures. */
  blank: 0 | 1;
  place: string;
}

/** A row of `statement_items`. */
export interface StatementItemRow {
  id: number;
  statement: number;
  side: StatementSide | null;
  code: string | null;
  item: string;
  level: number | null;
  column: string;
  columnKind: ColumnKind;
  amountFen: number | null;
  printed: string;
  place: string;
}

/** A number of persons that a pack prints: in a statement (`t12`), or in a sentence (`n12`). */
export interface PersonsRow {
  row: string;
  disclosure: number;
  /** What they are: 实有人数, 人员编制; the headers of its column in a statement. */
  label: string;
  /** Name of its row in a statement. */
  item: string | null;
  printed: string;
  place: string;
}

/** Statements with their figures, and the numbers of persons of the same disclosures. */
export interface StatementRows {
  statements: StatementRow[];
  items: StatementItemRow[];
  persons: PersonsRow[];
  /** The store has more statements than were asked for. */
  isCut: boolean;
}

/** A line that statements of one kind have in common: 合计, 公务接待费. */
export interface ComparedLine {
  /** `vehicles-running` */
  name: string;
  title: string;
}

/** The row and the column of a figure, as printed. */
export interface TakenFrom {
  item: string;
  column: string;
}

/** A figure of a line, and that of the year before. */
export interface ComparedFigure {
  /** Id in `statement_items`. */
  id: number;
  fen: number;
  printed: string;
  place: string;
  /** Where it stands, if nothing printed there says that it is this line's; null: row or column says so. */
  taken: TakenFrom | null;
  /** `earlier`: of the statement of the year before in the store; `printed`: of the same statement's column for it. */
  before: { id: number; fen: number; from: 'earlier' | 'printed' } | null;
  /** Less those of the year before; null where they are unknown. */
  differenceFen: number | null;
}

export interface ComparedPersons {
  count: number;
  label: string;
  row: string;
  place: string;
}

/** One statement of a place, department and year by the lines compared. */
export interface ComparedStatement extends RowSubject {
  statement: Pick<StatementRow, 'id' | 'title' | 'page' | 'place'> & { blank: boolean };
  /** A figure for each of the lines, in their order; null where the statement has none. */
  figures: (ComparedFigure | null)[];
  persons: ComparedPersons | null;
  /** Of the first line, in 分 a person, rounded. */
  perHeadFen: number | null;
}

/** Statements of one kind across places and years. */
export interface StatementComparison {
  kind: StatementKind;
  title: string;
  lines: ComparedLine[];
  /** By place, department and year. */
  rows: ComparedStatement[];
  places: number;
  years: number[];
  isCut: boolean;
}
