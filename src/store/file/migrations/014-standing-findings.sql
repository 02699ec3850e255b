-- 疑点清单是现存的疑点：每个对象最近一次核查的结果，不管最后一次核查看的是哪一部分。
-- 一行是一个疑点的一种内容：run 是首次这样报告的核查，last_run 是最近一次；内容没有变就不再另存一行。
-- settled：复核为已说明或排除，默认不列、不计。reader：当时读取该文档的程序版本
DROP VIEW findings;
DROP VIEW finding_counts;
DROP INDEX finding_rows_subject;
ALTER TABLE finding_rows ADD COLUMN last_run INTEGER NOT NULL DEFAULT 0;
ALTER TABLE finding_rows ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE finding_rows ADD COLUMN reader TEXT;
UPDATE finding_rows SET last_run = run, settled = EXISTS (
  SELECT 1 FROM review_rows v WHERE v.fingerprint = finding_rows.fingerprint AND v.state IN ('explained', 'dismissed')
);
CREATE INDEX finding_rows_subject ON finding_rows (sha256, disclosure) WHERE open = 1 AND settled = 0;

-- 核查时库的改动次数与规则的版本：都没有变就不必再查
CREATE TABLE checked_rows (
  run     INTEGER PRIMARY KEY REFERENCES run_rows (id) ON DELETE CASCADE,
  changes INTEGER NOT NULL,
  rules   TEXT    NOT NULL
) STRICT;
CREATE TABLE change_rows (id INTEGER PRIMARY KEY CHECK (id = 1), changes INTEGER NOT NULL) STRICT;
INSERT INTO change_rows VALUES (1, 0);
CREATE TRIGGER document_rows_added AFTER INSERT ON document_rows BEGIN
  UPDATE change_rows SET changes = changes + 1;
END;
CREATE TRIGGER document_rows_changed AFTER UPDATE ON document_rows BEGIN
  UPDATE change_rows SET changes = changes + 1;
END;
CREATE TRIGGER document_rows_removed AFTER DELETE ON document_rows BEGIN
  UPDATE change_rows SET changes = changes + 1;
END;
CREATE TRIGGER disclosure_rows_changed AFTER UPDATE ON disclosure_rows BEGIN
  UPDATE change_rows SET changes = changes + 1;
END;

-- 每份公开最近一次用全部规则核查时各条规则怎样回答（JSON），导出清单不必再查一遍
CREATE TABLE audited_rows (
  sha256     TEXT    NOT NULL,
  disclosure INTEGER NOT NULL,
  run        INTEGER NOT NULL,
  data       TEXT    NOT NULL,
  PRIMARY KEY (sha256, disclosure)
) STRICT, WITHOUT ROWID;

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
  r.fingerprint, r.last_run AS run_id, r.rule, r.rule_version, r.severity, r.verdict, r.state,
  r.project, r.message, r.reported, r.expected, r.difference_fen / 1000000.0 AS difference_wan,
  r.formula, r.quote, ifnull(v.state, 'open') AS review, v.who AS reviewer, v.comment, r.place
FROM finding_rows r
LEFT JOIN document_rows o ON o.sha256 = r.sha256
LEFT JOIN disclosure_rows d ON d.document = o.number AND d.ordinal = r.disclosure
LEFT JOIN review_rows v ON v.fingerprint = r.fingerprint
WHERE r.open = 1;

DELETE FROM finding_group_rows;
DELETE FROM finding_subject_rows;
INSERT INTO finding_subject_rows
SELECT r.sha256, r.disclosure, v.document_id, v.province, v.city, v.region, v.region_code, v.year, v.stage,
  v.department, v.department_key,
  count(*) FILTER (WHERE v.severity = 'error'), count(*) FILTER (WHERE v.severity = 'warning'),
  count(*) FILTER (WHERE v.severity = 'note')
FROM finding_rows r JOIN findings v ON v.id = r.id
WHERE r.open = 1 AND r.settled = 0
GROUP BY 1, 2;
INSERT INTO finding_group_rows
SELECT sha256, disclosure, rule, severity, verdict, state, count(*) FROM finding_rows
WHERE open = 1 AND settled = 0 GROUP BY 1, 2, 3, 4, 5, 6;

CREATE VIEW finding_counts AS
SELECT
  nullif(province, '') AS province, nullif(year, 0) AS year, nullif(stage, '') AS stage,
  rule, severity, verdict, state, findings
FROM finding_count_rows;
