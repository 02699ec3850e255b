-- 对外的视图。行没有编号的，另有 …_in_order：多一列 tie，说明同一文档的行谁先谁后，与 SQLite 一致

CREATE VIEW texts_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.kind, r.heading, r.text, r.place,
  ARRAY[r.disclosure, r.ordinal] AS tie
FROM text_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;
CREATE VIEW texts AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, kind, heading, text,
  place
FROM texts_in_order;

CREATE VIEW diagnostics_in_order AS
SELECT
  d.number AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.code, r.message, r.place,
  ARRAY[r.ordinal] AS tie
FROM diagnostic_rows r
JOIN document_rows d ON d.sha256 = r.sha256;
CREATE VIEW diagnostics AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, code, message, place
FROM diagnostics_in_order;

CREATE VIEW finding_runs AS
SELECT
  r.id AS run_id, r.at, r.scope, r.documents,
  c.rule, c.fail, c.review, c.pass, c.not_applicable, c.not_evaluated, c.reasons,
  c.fresh AS new, c.unchanged, c.resolved
FROM run_rows r
LEFT JOIN run_rule_rows c ON c.run = r.id;

CREATE VIEW indicator_counts AS
SELECT
  nullif(province, '') AS province, nullif(year, 0) AS year, stage,
  nullif(level1, '') AS level1, nullif(level2, '') AS level2, kind, indicators
FROM indicator_count_rows;

CREATE VIEW project_counts AS
SELECT
  nullif(province, '') AS province, nullif(year, 0) AS year, stage,
  projects, amount_fen, amount_fen / 1000000.0::double precision AS amount_wan
FROM project_count_rows;

CREATE VIEW budgets AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.axis, r.category, r.horizon, r.scope,
  r.amount_fen, r.amount_fen / 1000000.0::double precision AS amount_wan, r.printed, r.place
FROM budget_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;

CREATE VIEW projects AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  NULLIF(r.project, '') AS project, r.project_printed, r.project_code, r.parent, r.direction, r.agency, r.attribute,
  r.amount_fen, r.amount_fen / 1000000.0::double precision AS amount_wan, r.period, r.annual_goal, r.period_goal, r.purpose,
  r.has_form, r.state, r.place
FROM project_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW costs AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.category, r.item,
  r.amount_fen, r.amount_fen / 1000000.0::double precision AS amount_wan, r.calculation, r.result, r.place
FROM cost_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;

CREATE VIEW plans_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.step, r.share, r.place,
  ARRAY[r.disclosure, r.ordinal] AS tie
FROM plan_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;
CREATE VIEW plans AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, project_id, project,
  step, share, place
FROM plans_in_order;

CREATE VIEW finding_counts AS
SELECT
  nullif(province, '') AS province, nullif(year, 0) AS year, nullif(stage, '') AS stage,
  rule, severity, verdict, state, findings
FROM finding_count_rows;

CREATE VIEW findings AS
SELECT
  r.id, o.number AS document_id,
  CASE WHEN d.id IS NULL THEN o.province ELSE d.province END AS province,
  CASE WHEN d.id IS NULL THEN o.city ELSE d.city END AS city,
  CASE WHEN d.id IS NULL THEN o.region ELSE d.region END AS region,
  CASE WHEN d.id IS NULL THEN o.region_code ELSE d.region_code END AS region_code,
  CASE WHEN d.id IS NULL THEN o.year ELSE d.year END AS year,
  CASE WHEN d.id IS NULL THEN o.stage ELSE d.stage END AS stage,
  CASE WHEN d.id IS NULL THEN o.department ELSE d.department END AS department,
  CASE WHEN d.id IS NULL THEN o.department_key ELSE d.department_key END AS department_key,
  r.fingerprint, r.matter, r.last_run AS run_id, r.rule, r.rule_version, r.severity, r.verdict, r.state,
  r.project, r.message, r.reported, r.expected, r.difference_fen / 1000000.0::double precision AS difference_wan,
  r.formula, r.quote, coalesce(v.state, 'open') AS review, v.who AS reviewer, v.comment, r.place
FROM finding_rows r
LEFT JOIN document_rows o ON o.sha256 = r.sha256
LEFT JOIN disclosure_rows d ON d.document = o.number AND d.ordinal = r.disclosure
LEFT JOIN review_rows v ON v.fingerprint = r.fingerprint
WHERE r.open = 1;

CREATE VIEW statements AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.kind, r.title, r.page, r."rows", r.blank, r.place
FROM statement_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW statement_items AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.statement_id, r.kind, r.side, r.code, r.item, r.level, r."column", r.column_kind,
  r.amount_fen, r.amount_fen / 1000000.0::double precision AS amount_wan, r.printed, r.place
FROM statement_item_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW statements_said AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.subject, r.code, r.within, r.about_year, r.amount_fen, r.amount_fen / 1000000.0::double precision AS amount,
  r.base_fen, r.base_fen / 1000000.0::double precision AS base, r.change_fen, r.change_fen / 1000000.0::double precision AS change,
  r.percent, r.percent_of, r.count, r.sentence, r.place
FROM said_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW documents AS
SELECT
  number AS id, number AS document_id, province, city, region, region_code, year, stage,
  department, department_key,
  sha256, path, format, title, url, outcome, forms, cells, set_aside_cells, unclaimed_cells, unread_rows,
  recognized_pages, unresolved,
  (SELECT later.number FROM document_rows later WHERE later.sha256 = d.superseded_by) AS superseded_by
FROM document_rows d;

CREATE VIEW execution_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.category,
  r.initial_fen, r.initial_fen / 1000000.0::double precision AS initial, r.budget_fen, r.budget_fen / 1000000.0::double precision AS budget,
  r.spent_fen, r.spent_fen / 1000000.0::double precision AS spent, r.weight, r.rate, r.score, r.place,
  ARRAY[r.disclosure, r.ordinal] AS tie
FROM disclosure_rows d
JOIN execution_rows r ON r.disclosure = d.id
LEFT JOIN project_rows p ON p.id = r.project_id;
CREATE VIEW execution AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, project_id, project,
  category, initial_fen, initial, budget_fen, budget, spent_fen, spent, weight, rate, score, place
FROM execution_in_order;

CREATE VIEW scores_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.weight, r.score, r.rate, r.grade, r.place,
  ARRAY[r.disclosure, r.ordinal] AS tie
FROM disclosure_rows d
JOIN score_rows r ON r.disclosure = d.id
LEFT JOIN project_rows p ON p.id = r.project_id;
CREATE VIEW scores AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, project_id, project,
  weight, score, rate, grade, place
FROM scores_in_order;

CREATE VIEW project_links_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.before_id AS project_id, NULLIF(b.project, '') AS project,
  e.document AS later_document_id, e.year AS later_year, e.stage AS later_stage,
  r.after_id AS later_project_id, NULLIF(a.project, '') AS later_project,
  r.step, r.relation, r.ground, r.likeness, r.doubtful, b.place, a.place AS later_place,
  ARRAY[r.before_disclosure, r.after_disclosure, r.before_id, r.after_id] AS tie
FROM disclosure_rows d
JOIN project_link_rows r ON r.before_disclosure = d.id
JOIN disclosure_rows e ON e.id = r.after_disclosure
LEFT JOIN project_rows b ON b.id = r.before_id
LEFT JOIN project_rows a ON a.id = r.after_id;
CREATE VIEW project_links AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, project_id, project,
  later_document_id, later_year, later_stage, later_project_id, later_project, step, relation, ground, likeness,
  doubtful, place, later_place
FROM project_links_in_order;

CREATE VIEW indicator_links_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  b.project_id, NULLIF(p.project, '') AS project, b.id AS indicator_id, b.name, b.target,
  e.document AS later_document_id, e.year AS later_year, e.stage AS later_stage,
  a.id AS later_indicator_id, a.name AS later_name, a.target AS later_target,
  r.step, r.relation, r.likeness, r.doubtful, b.place, a.place AS later_place,
  ARRAY[r.before_disclosure, r.after_disclosure, r.before_id, r.after_id] AS tie
FROM disclosure_rows d
JOIN indicator_link_rows r ON r.before_disclosure = d.id
JOIN disclosure_rows e ON e.id = r.after_disclosure
LEFT JOIN indicator_rows b ON b.id = r.before_id
LEFT JOIN indicator_rows a ON a.id = r.after_id
LEFT JOIN project_rows p ON p.id = b.project_id;
CREATE VIEW indicator_links AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, project_id, project,
  indicator_id, name, target, later_document_id, later_year, later_stage, later_indicator_id, later_name,
  later_target, step, relation, likeness, doubtful, place, later_place
FROM indicator_links_in_order;

CREATE VIEW indicators AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.level1, r.level2, r.level1_printed, r.level2_printed,
  r.name, r.name_printed, r.description, r.target, r.horizon, r.kind, r.operator, r.value, r.unit,
  r.quantity, r.measure, r.standard, r.target_basis, r.weight, r.actual,
  r.actual_kind, r.actual_quantity, r.actual_measure, r.score, r.deviation, r.place
FROM indicator_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;

CREATE VIEW outcomes_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  i.project_id, NULLIF(p.project, '') AS project, r.promised_id AS indicator_id, i.level1, i.level2, i.name,
  i.target AS promised, i.weight, r.adjusted_id, j.target AS adjusted,
  r.halfway_id, h.actual AS halfway,
  e.document AS report_document_id, r.reported_project_id, r.reported_id, s.name AS reported_name,
  s.target AS reported_target, s.weight AS reported_weight, s.actual, s.score, s.deviation,
  r.next_id, n.target AS next_target, r.self_evaluation, r.status, r.kept, r.doubtful,
  i.place, s.place AS reported_place,
  ARRAY[r.disclosure, r.promised_id] AS tie
FROM disclosure_rows d
JOIN outcome_rows r ON r.disclosure = d.id
JOIN indicator_rows i ON i.id = r.promised_id
LEFT JOIN project_rows p ON p.id = i.project_id
LEFT JOIN indicator_rows j ON j.id = r.adjusted_id
LEFT JOIN indicator_rows h ON h.id = r.halfway_id
LEFT JOIN indicator_rows s ON s.id = r.reported_id
LEFT JOIN disclosure_rows e ON e.id = s.disclosure
LEFT JOIN indicator_rows n ON n.id = r.next_id;
CREATE VIEW outcomes AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, project_id, project,
  indicator_id, level1, level2, name, promised, weight, adjusted_id, adjusted, halfway_id, halfway,
  report_document_id, reported_project_id, reported_id, reported_name, reported_target, reported_weight, actual,
  score, deviation, next_id, next_target, self_evaluation, status, kept, doubtful, place, reported_place
FROM outcomes_in_order;

CREATE VIEW work_plan AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.item, r.office, r.goal, r.actual, r.deviation,
  r.amount_fen, r.amount_fen / 1000000.0::double precision AS amount_wan, r.amounts, r.place
FROM work_plan_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW cells_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  CASE WHEN r.place ~ '^p[0-9].* t[0-9]' AND strpos(r.place, '!') = 0
    THEN substring(r.place from '^p([0-9]+)')::bigint END AS page,
  r.table_no AS "table", r.row_no AS "row", r.column_no AS "column", r.row_span, r.col_span,
  r.text, r.status, r.field, r.reason, r.confidence, r.reading, r.place,
  ARRAY[r.disclosure, r.ordinal] AS tie
FROM cell_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
UNION ALL
SELECT
  o.number, o.province, o.city, o.region, o.region_code, o.year, o.stage,
  o.department, o.department_key,
  CASE WHEN r.place ~ '^p[0-9].* t[0-9]' AND strpos(r.place, '!') = 0
    THEN substring(r.place from '^p([0-9]+)')::bigint END,
  r.table_no, r.row_no, r.column_no, r.row_span, r.col_span,
  r.text, 'unclaimed', NULL::text, NULL::text, r.confidence, r.reading, r.place,
  ARRAY[9223372036854775807, r.ordinal]
FROM unread_cell_rows r
JOIN document_rows o ON o.number = r.document;
CREATE VIEW cells AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, page, "table", "row",
  "column", row_span, col_span, text, status, field, reason, confidence, reading, place
FROM cells_in_order;
