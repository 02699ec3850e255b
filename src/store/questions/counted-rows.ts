import { EVERY_FILTER, type ViewFilter } from '../../model/filters.js';
import type { Section } from '../../model/sections/section.js';
import { EVERY_SECTION, fieldNames, SECTIONS } from '../../model/sections/sections.js';
import type { View } from '../../model/views.js';
import { chosenCondition } from '../conditions/view-filter.js';
import type { Condition } from '../ground/condition.js';

/** Counts the writer keeps: an item for FROM with alias `v`, each row of which counts `rows` rows of the view. */
interface Counts {
  from: string;
  columns: readonly string[];
}

/** Where, when and whose: columns of every row of a document. */
export const COUNTED_COLUMNS = [
  'province',
  'city',
  'region',
  'region_code',
  'year',
  'stage',
  'department',
  'department_key',
];
const SUBJECT_OF_DISCLOSURE = `d.document AS document_id, ${COUNTED_COLUMNS.map((column) => `d.${column}`).join(', ')}`;

/** Rows of the view in every disclosure, with the disclosure as `unit`; `rows` is an expression over `d`. */
export const disclosuresWith = (rows: string): string =>
  `(SELECT d.id AS unit, ${SUBJECT_OF_DISCLOSURE}, ${rows} AS rows FROM disclosure_rows d)`;

/** Counts of a section by place, year and department, and by the columns the writer counts it by. */
function countsOf(section: Section): Counts[] {
  const { view, groups } = section;
  const byDisclosure = { from: disclosuresWith(`d.${view}`), columns: COUNTED_COLUMNS };
  if (groups === undefined) return [byDisclosure];
  const counted = fieldNames(section, (field) => field.counted);
  const values = counted.map((column) => `nullif(g.${column}, '') AS ${column}`).join(', ');
  const from = `(SELECT ${SUBJECT_OF_DISCLOSURE}, ${values}, g.${view} AS rows
    FROM disclosure_rows d CROSS JOIN ${groups} g ON g.disclosure = d.id)`;
  return [byDisclosure, { from, columns: [...COUNTED_COLUMNS, ...counted] }];
}

const SUBJECT_OF_FINDINGS = `s.document AS document_id, ${COUNTED_COLUMNS.map((column) => `s.${column}`).join(', ')}`;

const FINDING_GROUPS = `(SELECT ${SUBJECT_OF_FINDINGS}, g.rule, g.severity, g.verdict, g.state, g.findings AS rows
  FROM finding_subject_rows s CROSS JOIN finding_group_rows g ON g.sha256 = s.sha256 AND g.disclosure = s.disclosure)`;

/** Findings that stand and are not settled by an answer, on every disclosure that has some; `rows` is an expression over `s`. */
export const findingsOn = (unit: string, rows: string): string =>
  `(SELECT ${unit} AS unit, ${SUBJECT_OF_FINDINGS}, ${rows} AS rows FROM finding_subject_rows s)`;

/** Cells of forms belong to a disclosure, those of grids that were not recognized to the document. */
const CELLS: Counts = {
  from: `(SELECT ${SUBJECT_OF_DISCLOSURE}, d.cells AS rows FROM disclosure_rows d
    UNION ALL SELECT o.number, ${COUNTED_COLUMNS.map((column) => `o.${column}`).join(', ')}, o.unread_cells
    FROM document_rows o WHERE o.unread_cells > 0)`,
  columns: COUNTED_COLUMNS,
};

/** Counts by disclosure, and by more where the view has it; the smallest first. */
const GROUPS: Record<string, readonly Counts[]> = {
  ...Object.fromEntries(EVERY_SECTION.map((section) => [section.view, countsOf(section)])),
  cells: [CELLS],
  findings: [
    { from: findingsOn('NULL', 's.error + s.warning + s.note'), columns: COUNTED_COLUMNS },
    { from: FINDING_GROUPS, columns: [...COUNTED_COLUMNS, 'rule', 'severity', 'verdict', 'state'] },
  ],
};

const total = (view: string, rows: string, columns: readonly string[]): Counts => ({
  from: `(SELECT *, ${rows} AS rows FROM ${view})`,
  columns: ['province', 'year', 'stage', ...columns],
});

/** Counts over the whole country. */
const TOTALS: Record<string, Counts> = {
  projects: total('project_counts', 'projects', []),
  indicators: total(
    'indicator_counts',
    'indicators',
    fieldNames(SECTIONS.indicators, (field) => field.counted),
  ),
  findings: total('finding_counts', 'findings', ['rule', 'severity', 'verdict', 'state']),
};

const SUPERSEDED = 'SELECT number FROM document_rows WHERE superseded_by IS NOT NULL';

/** Columns by which a filter that is set decides. */
export const decidedBy = (filter: ViewFilter): string[] =>
  EVERY_FILTER.flatMap(([name, { decidedBy: columns }]) => (filter[name] === undefined ? [] : columns));

/** Keeps the rows of documents that have no later version where the view is a `current_` one. */
export const isCurrent = (view: View): boolean => view.name.startsWith('current_');

export const CURRENT: Condition = { sql: `v.document_id NOT IN (${SUPERSEDED})`, params: [] };

/**
 * A SELECT of columns and `n`, the number of the view's rows the filter keeps with these values, from the smallest counts
 * that tell; null where only the rows themselves tell. The values may come in several rows.
 * @throws QueryError when the view has nothing a filter could apply to
 */
export function countedSelect(view: View, filter: ViewFilter, columns: readonly string[]): Condition | null {
  const base = view.name.replace(/^current_/, '');
  const needed = [...decidedBy(filter), ...columns];
  const tells = (counts: Counts): boolean => needed.every((column) => counts.columns.includes(column));
  const groups = GROUPS[base]?.find(tells);
  const condition = chosenCondition(view, filter);
  const select = (from: string, sign: string, where: string): string => `
    SELECT ${columns.map((column) => `v."${column}", `).join('')}${sign}sum(v.rows) AS n FROM ${from} v
    WHERE ${condition.sql} AND ${where} ${columns.length > 0 ? `GROUP BY ${columns.map((_, n) => n + 1).join(', ')}` : ''}`;
  if (!groups) return null;
  const totals = TOTALS[base];
  if (totals && tells(totals)) {
    if (!isCurrent(view)) return { sql: select(totals.from, '', 'TRUE'), params: condition.params };
    const superseded = select(groups.from, '-', `v.document_id IN (${SUPERSEDED})`);
    return {
      sql: `${select(totals.from, '', 'TRUE')} UNION ALL ${superseded}`,
      params: [...condition.params, ...condition.params],
    };
  }
  const where = isCurrent(view) ? CURRENT.sql : 'TRUE';
  return { sql: select(groups.from, '', where), params: condition.params };
}
