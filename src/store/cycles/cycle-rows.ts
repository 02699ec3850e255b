import type { CycleDepartment, CycleRows } from '../../model/cycle.js';
import { SUBJECT_COLUMNS } from '../comparing/compared-columns.js';
import { LISTED_NUMBERS } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { disclosuresOf } from './cycle-department.js';
import { decisionsOf } from './link-decisions.js';

/** A disclosure that no later version takes the place of, under the alias of the views. */
const DISCLOSURES = `(SELECT d.document AS document_id, d.* FROM disclosure_rows d JOIN document_rows o ON o.number = d.document
  WHERE o.superseded_by IS NULL AND d.id IN ${LISTED_NUMBERS}) v`;

const PROJECTS = `SELECT r.id, ${SUBJECT_COLUMNS}, r.project, r.parent, r.direction, r.amount_fen AS amountFen,
    r.annual_goal AS annualGoal, r.period_goal AS periodGoal, r.purpose, r.place,
    r.disclosure, r.project_code AS code, r.agency
  FROM ${DISCLOSURES} CROSS JOIN project_rows r ON r.disclosure = v.id ORDER BY r.id`;
const INDICATORS = `SELECT r.id, ${SUBJECT_COLUMNS}, r.project_id AS projectId, NULLIF(p.project, '') AS project, r.level2, r.name,
    r.description, r.target, r.quantity, r.measure, r.horizon, r.place,
    r.disclosure, r.kind, r.operator, r.value, r.weight, r.actual, r.actual_kind AS actualKind,
    r.actual_quantity AS actualQuantity, r.actual_measure AS actualMeasure, r.score, r.deviation
  FROM ${DISCLOSURES} CROSS JOIN indicator_rows r ON r.disclosure = v.id LEFT JOIN project_rows p ON p.id = r.project_id ORDER BY r.id`;
const SPENDING = `SELECT v.document_id AS documentId, r.disclosure, r.project_id AS projectId, r.category,
    r.initial_fen AS initialFen, r.budget_fen AS budgetFen, r.spent_fen AS spentFen, r.rate, r.score, r.place
  FROM ${DISCLOSURES} CROSS JOIN execution_rows r ON r.disclosure = v.id ORDER BY r.disclosure, r.ordinal`;
const SCORES = `SELECT r.disclosure, r.project_id AS projectId, r.weight, r.score, r.grade, r.place
  FROM ${DISCLOSURES} CROSS JOIN score_rows r ON r.disclosure = v.id ORDER BY r.disclosure, r.ordinal`;

const DEVIATIONS = `SELECT r.disclosure, r.project_id AS projectId, r.text
  FROM ${DISCLOSURES} CROSS JOIN text_rows r ON r.disclosure = v.id WHERE r.kind = 'deviation' ORDER BY r.disclosure, r.ordinal`;

/** Everything of a department over all years and stages; superseded documents are left out. */
export function cycleRows(db: Database, department: CycleDepartment): CycleRows {
  const disclosures = JSON.stringify(disclosuresOf(db, department));
  const rows = <T>(sql: string): T[] => prepared(db, sql).all(disclosures) as T[];
  return {
    projects: rows(PROJECTS),
    indicators: rows(INDICATORS),
    spending: rows(SPENDING),
    scores: rows(SCORES),
    deviations: rows(DEVIATIONS),
    decisions: decisionsOf(db, disclosures),
  };
}
