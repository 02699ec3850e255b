import { SEVERITIES } from '../../model/facts/severities.js';
import type { ViewFilter } from '../../model/filters.js';
import type { Section } from '../../model/sections/section.js';
import { findSection } from '../../model/sections/sections.js';
import type { SortTerm } from '../conditions/order-terms.js';
import { groupCondition } from '../conditions/view-filter.js';
import { STANDING } from '../derived/count-findings.js';
import { type Condition, LISTED_NUMBERS } from '../ground/condition.js';
import { COUNTED_COLUMNS, disclosuresWith, findingsOn } from './counted-rows.js';

/** Groups of rows that are wholly kept or not, and stand together in the order: their number is known without reading them. */
export interface Units {
  /**
   * Items for FROM, alias `v`: key of the unit as `unit`, number of its rows as `rows`, and what it is filtered and sorted
   * by. The units of the first item come before those of the next.
   */
  parts: readonly Condition[];
  columns: readonly string[];
  /** SELECT of the ids of the rows of units, whose keys are a JSON array. */
  members: string;
  /** Filters and sort terms the parts settle. */
  settled: readonly string[];
  /** Which rows of the units are kept; alias of the view `v`. */
  rows: Condition;
}

const EVERY: Condition = { sql: 'TRUE', params: [] };

/**
 * The units of a view (without `current_`) for a filter and sort; null where it has none.
 * @param rules those findings stand for, in their order
 */
export function unitsOf(
  view: string,
  filter: ViewFilter,
  sort: readonly SortTerm[],
  rules: () => readonly string[],
): Units | null {
  if (view === 'findings') return filter.all ? null : findingUnits(filter, sort, rules);
  const section = findSection(view);
  return section?.row ? disclosureUnits(section, filter) : null;
}

function disclosureUnits({ view, table, groups }: Section, { level1, level2, kind }: ViewFilter): Units {
  const members = `SELECT id FROM ${table} WHERE disclosure IN ${LISTED_NUMBERS}`;
  const common = { columns: COUNTED_COLUMNS, members };
  const group = { level1, level2, kind };
  if (groups === undefined || Object.values(group).every((value) => value === undefined)) {
    return {
      ...common,
      parts: [{ sql: disclosuresWith(`d.${view}`), params: [] }],
      settled: [],
      rows: EVERY,
    };
  }
  const { sql, params } = groupCondition('g', group);
  const rows = `(SELECT ifnull(sum(g.${view}), 0) FROM ${groups} g
    WHERE g.disclosure = d.id AND ${sql})`;
  return {
    ...common,
    parts: [{ sql: disclosuresWith(rows), params }],
    settled: Object.keys(group),
    rows: groupCondition('v', group),
  };
}

const MEMBERS = `SELECT r.id FROM json_each(?) u CROSS JOIN finding_rows r INDEXED BY finding_rows_subject
  ON ${STANDING} AND r.sha256 = u.value ->> 0 AND r.disclosure = CAST(u.value ->> 1 AS BIGINT)
    AND (u.value ->> 2 IS NULL OR r.severity = u.value ->> 2)
    AND (u.value ->> 3 IS NULL OR r.rule = u.value ->> 3)`;

function findingUnits(
  { rule, severity }: ViewFilter,
  [first]: readonly SortTerm[],
  rules: () => readonly string[],
): Units {
  const common = { columns: COUNTED_COLUMNS, members: MEMBERS };
  const ofSeverity = (each: string): Condition => ({
    sql: findingsOn(`json_array(s.sha256, s.disclosure, '${each}')`, `s.${each}`),
    params: [],
  });
  const grades = SEVERITIES.filter((each) => severity === undefined || each === severity);
  if (rule !== undefined) {
    return {
      ...common,
      parts: [{ sql: ofRule(grades), params: [rule] }],
      columns: [...COUNTED_COLUMNS, 'severity'],
      settled: ['rule'],
      rows: { sql: 'v.rule = ?', params: [rule] },
    };
  }
  if (first?.column === 'rule') {
    const ordered = first.descending ? rules().toReversed() : rules();
    return {
      ...common,
      parts: ordered.map((each) => ({ sql: ofRule(grades), params: [each] })),
      columns: [...COUNTED_COLUMNS, 'severity'],
      settled: ['rule'],
      rows: EVERY,
    };
  }
  if (severity !== undefined || first?.column === 'severity') {
    const ordered = first?.descending ? grades.toReversed() : grades;
    return { ...common, parts: ordered.map(ofSeverity), settled: ['severity'], rows: EVERY };
  }
  const all = findingsOn('json_array(s.sha256, s.disclosure, NULL)', 's.error + s.warning + s.note');
  return { ...common, parts: [{ sql: all, params: [] }], settled: [], rows: EVERY };
}

/** Findings of one rule, a unit for every severity it was given. */
const ofRule = (severities: readonly string[]): string => `
  (SELECT json_array(s.sha256, s.disclosure, g.severity, g.rule) AS unit, s.document AS document_id,
    ${COUNTED_COLUMNS.map((column) => `s.${column}`).join(', ')}, g.severity, g.findings AS rows
  FROM finding_group_rows g INDEXED BY finding_group_rows_rule
  CROSS JOIN finding_subject_rows s ON s.sha256 = g.sha256 AND s.disclosure = g.disclosure
  WHERE g.rule = ? AND g.severity IN (${severities.map((each) => `'${each}'`).join(', ')}))`;
