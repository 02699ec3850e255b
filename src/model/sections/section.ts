import type { Disclosure } from '../disclosure.js';
import type { NamedLetter } from '../named-letter.js';
import { type StatementItem, statementItems } from '../statement-items.js';
import type { ViewColumn } from '../view-column.js';
import type { SectionField } from './section-field.js';
import { ID, PROJECT, PROJECT_ID, SUBJECT } from './shared-columns.js';

/** A section of a disclosure: budgets, projects, indicators … */
export interface Section {
  /** The view, and the column of `disclosure_rows` that counts its rows. */
  view: string;
  title: string;
  meaning: string;
  table: string;
  /** Where its rows stand in the model. */
  list: keyof SectionLists;
  /** What a single row is named by, as in `i123`, and its kind; absent where rows have no number. */
  row?: { letter: NamedLetter; kind: string };
  /** Whether its rows belong to projects, and the view tells to which. */
  project?: 'shown' | 'hidden';
  /** Its number in the full text index; it stands in stores, so it never changes. */
  searchKind?: number;
  /** Table of counts by disclosure and the columns that are `counted`. */
  groups?: string;
  /** Columns of its own, in the order of the view. */
  fields: readonly SectionField[];
}

/** The lists of a disclosure whose values are rows of a view. */
export interface SectionLists
  extends Pick<
    Disclosure,
    | 'budgets'
    | 'projects'
    | 'indicators'
    | 'costs'
    | 'plans'
    | 'workPlan'
    | 'texts'
    | 'execution'
    | 'scoreTotals'
    | 'statements'
    | 'said'
  > {
  statementItems: StatementItem[];
}

/** The list in the model a section's rows stand in. */
export type ListOf<S extends Pick<Section, 'list'>> = SectionLists[S['list']];

/** The values of a disclosure that are the section's rows, in their order. */
export const listOf = <L extends keyof SectionLists>(list: L, disclosure: Disclosure): SectionLists[L] =>
  (list === 'statementItems'
    ? statementItems(disclosure)
    : disclosure[list as Exclude<L, 'statementItems'>]) as SectionLists[L];

/** All columns of the section's view, in their order. */
export const columnsOf = ({ row, project, fields }: Section): readonly ViewColumn[] => [
  ...(row ? [{ ...ID, names: row.letter }] : []),
  ...SUBJECT,
  ...(project === 'shown' ? [PROJECT_ID, PROJECT] : []),
  ...fields,
];
