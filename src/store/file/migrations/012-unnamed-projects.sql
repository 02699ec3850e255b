-- 项目名称没有印出的行：project 为空而有 project_id；budgets 也列出 project_id，部门的金额是两者都空的

DROP VIEW budgets;
CREATE VIEW budgets AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.axis, r.category, r.horizon, r.scope,
  r.amount_fen, r.amount_fen / 1000000.0 AS amount_wan, r.printed, r.place
FROM budget_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;

DROP VIEW projects;
CREATE VIEW projects AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  NULLIF(r.project, '') AS project, r.project_printed, r.project_code, r.parent, r.direction, r.agency, r.attribute,
  r.amount_fen, r.amount_fen / 1000000.0 AS amount_wan, r.period, r.annual_goal, r.period_goal, r.purpose,
  r.has_form, r.state, r.place
FROM project_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

DROP VIEW indicators;
CREATE VIEW indicators AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.level1, r.level2, r.level1_printed, r.level2_printed,
  r.name, r.name_printed, r.description, r.target, r.horizon, r.kind, r.operator, r.value, r.unit,
  r.quantity, r.measure, r.standard, r.target_basis, r.weight, r.actual, r.score, r.place
FROM indicator_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;

DROP VIEW costs;
CREATE VIEW costs AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.category, r.item,
  r.amount_fen, r.amount_fen / 1000000.0 AS amount_wan, r.calculation, r.result, r.place
FROM cost_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;

DROP VIEW plans;
CREATE VIEW plans AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.step, r.share, r.place
FROM plan_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;
