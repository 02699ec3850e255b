-- 实际完成值读成的类型、数量与单位；已存的文档重读（import --refresh）之后才有
ALTER TABLE indicator_rows ADD COLUMN actual_kind TEXT;
ALTER TABLE indicator_rows ADD COLUMN actual_quantity_text TEXT;
ALTER TABLE indicator_rows ADD COLUMN actual_quantity REAL;
ALTER TABLE indicator_rows ADD COLUMN actual_measure TEXT;

DROP VIEW indicators;
CREATE VIEW indicators AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.level1, r.level2, r.level1_printed, r.level2_printed,
  r.name, r.name_printed, r.description, r.target, r.horizon, r.kind, r.operator, r.value, r.unit,
  r.quantity, r.measure, r.standard, r.target_basis, r.weight, r.actual,
  r.actual_kind, r.actual_quantity, r.actual_measure, r.score, r.place
FROM indicator_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;
