-- 对外的视图：列名与次序见 src/model/views.ts，两处一致由测试保证

CREATE VIEW documents AS
SELECT
  number AS id, number AS document_id, province, city, region, region_code, year, stage,
  department, department_key,
  sha256, path, format, title, url, outcome, forms, cells, set_aside_cells, unclaimed_cells, unresolved,
  (SELECT later.number FROM document_rows later WHERE later.sha256 = d.superseded_by) AS superseded_by
FROM document_rows d;

CREATE VIEW budgets AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  p.project, r.axis, r.category, r.horizon, r.scope,
  r.amount_fen, r.amount_fen / 1000000.0 AS amount_wan, r.printed, r.place
FROM budget_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;

CREATE VIEW projects AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project, r.project_printed, r.project_code, r.parent, r.direction, r.agency, r.attribute,
  r.amount_fen, r.amount_fen / 1000000.0 AS amount_wan, r.period, r.annual_goal, r.period_goal, r.purpose,
  r.has_form, r.state, r.place
FROM project_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW indicators AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, p.project, r.level1, r.level2, r.level1_printed, r.level2_printed,
  r.name, r.name_printed, r.description, r.target, r.horizon, r.kind, r.operator, r.value, r.unit,
  r.quantity, r.measure, r.standard, r.target_basis, r.weight, r.actual, r.score, r.place
FROM indicator_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;

CREATE VIEW costs AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, p.project, r.category, r.item,
  r.amount_fen, r.amount_fen / 1000000.0 AS amount_wan, r.calculation, r.result, r.place
FROM cost_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;

CREATE VIEW plans AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, p.project, r.step, r.share, r.place
FROM plan_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;

CREATE VIEW work_plan AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.item, r.office, r.goal, r.place
FROM work_plan_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW texts AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.kind, r.heading, r.text, r.place
FROM text_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW cells AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.table_no AS "table", r.row_no AS "row", r.column_no AS "column", r.row_span, r.col_span,
  r.text, r.status, r.field, r.reason, r.place
FROM cell_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW diagnostics AS
SELECT
  d.number AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.code, r.message, r.place
FROM diagnostic_rows r
JOIN document_rows d ON d.sha256 = r.sha256;

CREATE VIEW findings AS
SELECT
  r.id, o.number AS document_id,
  iif(d.id IS NULL, o.province, d.province) AS province,
  iif(d.id IS NULL, o.city, d.city) AS city,
  iif(d.id IS NULL, o.region, d.region) AS region,
  iif(d.id IS NULL, o.region_code, d.region_code) AS region_code,
  iif(d.id IS NULL, o.year, d.year) AS year,
  iif(d.id IS NULL, o.stage, d.stage) AS stage,
  iif(d.id IS NULL, o.department, d.department) AS department,
  iif(d.id IS NULL, o.department_key, d.department_key) AS department_key,
  r.fingerprint, r.run AS run_id, r.rule, r.rule_version, r.severity, r.verdict, r.state,
  r.project, r.message, r.reported, r.expected, r.difference_fen / 1000000.0 AS difference_wan,
  r.formula, r.quote, r.place
FROM finding_rows r
LEFT JOIN document_rows o ON o.sha256 = r.sha256
LEFT JOIN disclosure_rows d ON d.document = o.number AND d.ordinal = r.disclosure
WHERE r.run = (SELECT max(id) FROM run_rows);

CREATE VIEW finding_runs AS
SELECT
  r.id AS run_id, r.at, r.scope, r.documents,
  c.rule, c.fail, c.review, c.pass, c.not_applicable, c.not_evaluated, c.reasons,
  c.fresh AS new, c.unchanged, c.resolved
FROM run_rows r
LEFT JOIN run_rule_rows c ON c.run = r.id;

CREATE VIEW current_documents AS
SELECT * FROM documents
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_budgets AS
SELECT * FROM budgets
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_projects AS
SELECT * FROM projects
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_indicators AS
SELECT * FROM indicators
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_costs AS
SELECT * FROM costs
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_plans AS
SELECT * FROM plans
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_work_plan AS
SELECT * FROM work_plan
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_texts AS
SELECT * FROM texts
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_cells AS
SELECT * FROM cells
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_diagnostics AS
SELECT * FROM diagnostics
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_findings AS
SELECT * FROM findings
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
