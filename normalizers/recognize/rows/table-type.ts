import type { Diagnostic } from '../../../src/model/diagnostic.js';
import type { Disclosure, Indicator, Project } from '../../../src/model/disclosure.js';
import type { Cell } from '../../../src/model/grid.js';
import type { BodyState, FormColumn, HeaderType, ProjectTableRow, RecognizedForm } from '../form/form.js';
import type { CellAt } from '../form/ledger.js';
import type { RowReading, TableReading } from '../form/row-reading.js';
import type { MoneyUnits } from '../values/money-of.js';
import type { ColumnRole } from '../words/roles.js';

/** The deepest label over some columns of a header (from 1), with the group labels above it, outermost first. */
export interface Leaf {
  cell: Cell;
  path: Cell[];
  from: number;
  to: number;
}

/** Columns that make a row a header, each with its alternatives. */
export type Requirement = readonly (readonly ColumnRole[])[];

/** What a line of a disclosure belongs to: the form's index, the project's id. */
export interface Owner {
  form: number;
  project: number | null;
}

/** Where the values of a form go. */
export interface Assembly extends Owner {
  readonly disclosure: Disclosure;
  readonly units: MoneyUnits;
  readonly diagnostics: Diagnostic[];
  /** The project that a row of the table is of, else the form's own. */
  readonly projectOf: (row: ProjectTableRow | null) => Project | null;
  /** An indicator whose project another form may name by this code. */
  readonly nameByCode: (indicator: Indicator, code: CellAt) => void;
}

/** One type of table: how its header is known, what becomes of its rows. It knows no other type. */
export interface TableType {
  readonly type: HeaderType;
  /** For people: 指标表. */
  readonly title: string;
  /** A row whose labels meet one of these is its header. */
  readonly headers: readonly Requirement[];
  /** First parts of roles (`cost`), the likeliest first, for labels that can name several columns. */
  readonly preference: readonly string[];
  /** The grid after it may go on with it without a header. */
  readonly goesOn?: boolean;
  /** Merged cells may leave it rows in which no cell begins. */
  readonly readsBlankRows?: boolean;
  /** Whether a row with labels outside the lists, which meets no requirement of any type, is its header all the same. */
  readonly mayHead?: (slots: RowReading['slots'], leaves: readonly Leaf[], bottom: number) => boolean;
  /** Whether the cells under the labels are those of such a table; where not, the row is no header. */
  readonly isBorneOut?: (slots: RowReading['slots'], leaves: readonly Leaf[], bottom: number) => boolean;
  /** The candidates of the column `index` (from 0) in another order. */
  readonly preferred?: (candidates: ColumnRole[], index: number, leaves: readonly Leaf[]) => ColumnRole[];
  /** Columns whose role their labels leave open, told by the other columns and by the cells below. */
  readonly settle?: (
    columns: FormColumn[],
    slots: RowReading['slots'],
    bottom: number,
    lastRow: number,
  ) => FormColumn[];
  /** Whether the row of these cells is no longer of the table. */
  readonly ends: (table: TableReading, cells: readonly Cell[], row: number) => boolean;
  /** Reads a row into the form; `state` is what the rows above leave to it, and is brought up to date. */
  readonly readRow: (table: TableReading, row: number, state: BodyState) => void;
  /** Fields its rows give that no section holds: they are kept as particulars of the form. */
  readonly particulars?: RegExp;
  /** Adds what a form that goes on with another has of this type. */
  readonly merge: (into: RecognizedForm, from: RecognizedForm) => void;
  /** Parses its rows into the disclosure. Projects and amounts, of which all else is, are assembled before. */
  readonly assemble?: (form: RecognizedForm, assembly: Assembly) => void;
}
