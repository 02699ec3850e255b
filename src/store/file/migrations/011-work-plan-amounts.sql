-- 重点工作的金额：总额或唯一一栏换算成分，各栏的原文以“栏目 金额”连写
ALTER TABLE work_plan_rows ADD COLUMN amount_fen INTEGER;
ALTER TABLE work_plan_rows ADD COLUMN amounts TEXT;

DROP VIEW work_plan;
CREATE VIEW work_plan AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.item, r.office, r.goal, r.amount_fen, r.amount_fen / 1000000.0 AS amount_wan, r.amounts, r.place
FROM work_plan_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;
