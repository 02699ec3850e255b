import type { ViewColumn } from '../view-column.js';
import { BUDGETS } from './budgets.js';
import { COSTS } from './costs.js';
import { EXECUTION } from './execution.js';
import { INDICATORS } from './indicators.js';
import { PLANS } from './plans.js';
import { PROJECTS } from './projects.js';
import { SCORES } from './scores.js';
import type { ListOf, Section } from './section.js';
import type { SectionField } from './section-field.js';
import type { ID, PROJECT, PROJECT_ID, SUBJECT } from './shared-columns.js';
import { STATEMENT_ITEMS } from './statement-items.js';
import { STATEMENTS } from './statements.js';
import { STATEMENTS_SAID } from './statements-said.js';
import { TEXTS } from './texts.js';
import { WORK_PLAN } from './work-plan.js';

/**
 * The sections of a disclosure by the name of their view, in the order people meet them. The views' columns, the rows that are
 * written, ids, the full text index, sorting, counts, lists and exports follow from these records.
 */
export const SECTIONS = {
  budgets: BUDGETS,
  projects: PROJECTS,
  indicators: INDICATORS,
  costs: COSTS,
  plans: PLANS,
  work_plan: WORK_PLAN,
  texts: TEXTS,
  execution: EXECUTION,
  scores: SCORES,
  statements: STATEMENTS,
  statement_items: STATEMENT_ITEMS,
  statements_said: STATEMENTS_SAID,
} as const satisfies Record<string, Section>;

export type SectionName = keyof typeof SECTIONS;
type Sections = typeof SECTIONS;
type FieldOf<S extends SectionName> = Sections[S]['fields'][number];

/** A section with no more than is known of all of them. */
export type AnySection = Section & { view: SectionName; row?: { letter: RowLetter; kind: RowKind } };

export const EVERY_SECTION: readonly AnySection[] = Object.values(SECTIONS);

/** The section a view shows, `current_` or not; undefined for views of something else. */
export function findSection(view: string): AnySection | undefined {
  const base = view.replace(/^current_/, '');
  return EVERY_SECTION.find((each) => each.view === base);
}

/** Names of the section's own columns of which this holds. */
export const fieldNames = (section: Section, holds: (field: SectionField) => unknown): string[] =>
  section.fields.filter(holds).map(({ name }) => name);

/** A value of the model that a row of the section is made of. */
export type ItemOf<S extends SectionName> = ListOf<Sections[S]>[number];

type Value<C> = C extends { values: readonly (infer V)[] }
  ? V
  : C extends Pick<ViewColumn, 'type'> & { type: 'text' }
    ? string
    : number;
type Cell<C> = C extends { filled: true } ? Value<C> : Value<C> | null;
type Columns<C extends { name: string }> = { [E in C as E['name']]: Cell<E> };

/** A row of the section's view. */
export type RowOf<S extends SectionName> = Columns<
  | (Sections[S] extends { row: object } ? typeof ID : never)
  | (typeof SUBJECT)[number]
  | (Sections[S] extends { project: 'shown' } ? typeof PROJECT_ID | typeof PROJECT : never)
  | FieldOf<S>
>;

type Exact<C> = C extends { exact: true } ? string | null : Cell<C>;
type Stored<C> = C extends { from: string } ? never : C;

/** What is stored of a row's own columns; an exact number is given as its decimal text. */
export type StoredOf<S extends SectionName> = {
  [E in Stored<FieldOf<S>> as E['name']]: Exact<E>;
};

/** Kinds of row that have an id of their own, and the sections they are rows of. */
export type RowKind = Extract<Sections[SectionName], { row: object }>['row']['kind'];
/** Letters before the ids of such rows. */
export type RowLetter = Extract<Sections[SectionName], { row: object }>['row']['letter'];
/** Sections in the full text index. */
export type SearchedView = Extract<Sections[SectionName], { searchKind: number }>['view'];
