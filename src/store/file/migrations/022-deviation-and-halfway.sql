-- 偏差原因和改进措施：已存的文档重读（import --refresh）之后才有
ALTER TABLE indicator_rows ADD COLUMN deviation TEXT;
-- 年度任务、履职目标的完成情况与偏差原因，同
ALTER TABLE work_plan_rows ADD COLUMN actual TEXT;
ALTER TABLE work_plan_rows ADD COLUMN deviation TEXT;

-- 半年监控的指标：有监控的部门重算
ALTER TABLE outcome_rows ADD COLUMN halfway_id INTEGER;
INSERT OR IGNORE INTO unlinked_rows
SELECT json_array(province, city, region, region_code, iif(region IS NULL, department, ifnull(department_key, department)))
FROM disclosure_rows
WHERE stage = 'monitoring' AND department IS NOT NULL
  AND (region IS NOT NULL OR department GLOB '国家*' OR department GLOB '中央*' OR department GLOB '中国*' OR department GLOB '全国*' OR department GLOB '最高*');

DROP VIEW indicators;
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

DROP VIEW outcomes;
CREATE VIEW outcomes AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  i.project_id, NULLIF(p.project, '') AS project, r.promised_id AS indicator_id, i.level1, i.level2, i.name,
  i.target AS promised, i.weight, r.adjusted_id, j.target AS adjusted,
  r.halfway_id, h.actual AS halfway,
  e.document AS report_document_id, r.reported_project_id, r.reported_id, s.name AS reported_name,
  s.target AS reported_target, s.weight AS reported_weight, s.actual, s.score, s.deviation,
  r.next_id, n.target AS next_target, r.self_evaluation, r.status, r.kept, r.doubtful,
  i.place, s.place AS reported_place
FROM disclosure_rows d
CROSS JOIN outcome_rows r ON r.disclosure = d.id
JOIN indicator_rows i ON i.id = r.promised_id
LEFT JOIN project_rows p ON p.id = i.project_id
LEFT JOIN indicator_rows j ON j.id = r.adjusted_id
LEFT JOIN indicator_rows h ON h.id = r.halfway_id
LEFT JOIN indicator_rows s ON s.id = r.reported_id
LEFT JOIN disclosure_rows e ON e.id = s.disclosure
LEFT JOIN indicator_rows n ON n.id = r.next_id;

DROP VIEW work_plan;
CREATE VIEW work_plan AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.item, r.office, r.goal, r.actual, r.deviation,
  r.amount_fen, r.amount_fen / 1000000.0 AS amount_wan, r.amounts, r.place
FROM work_plan_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;
