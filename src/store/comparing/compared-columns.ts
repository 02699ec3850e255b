/** Columns of a subject under the names of `RowSubject`; the view's alias is `v`. */
export const SUBJECT_COLUMNS = `v.document_id AS documentId, v.province, v.city, v.region, v.region_code AS regionCode,
  v.year, v.stage, v.department, v.department_key AS departmentKey`;

/** `ProjectRow` of a row of `projects`. */
export const PROJECT_COLUMNS = `v.id, ${SUBJECT_COLUMNS}, COALESCE(v.project, '') AS project, v.parent, v.direction, v.amount_fen AS amountFen,
  v.annual_goal AS annualGoal, v.period_goal AS periodGoal, v.purpose, v.place`;

/** `IndicatorRow` of a row of `indicators`. */
export const INDICATOR_COLUMNS = `v.id, ${SUBJECT_COLUMNS}, v.project_id AS projectId, v.project, v.level2, v.name,
  v.description, v.target, v.quantity, v.measure, v.horizon, v.place`;

/** `CostRow` without its calculation, of a row of `costs`. */
export const COST_COLUMNS = `v.id, ${SUBJECT_COLUMNS}, v.project_id AS projectId, v.project, v.item, v.calculation, v.place`;
