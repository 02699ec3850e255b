-- 疑点指纹只由事项与文档内容算出，与库中别的文档无关；matter 是事项指纹，同一公开的另一版本里相同。
-- 这以前的行 matter 为空；下一次核查把它们和复核结论移到新的指纹上，旧指纹记入 former_fingerprint_rows
ALTER TABLE finding_rows ADD COLUMN matter TEXT;
CREATE INDEX finding_rows_matter ON finding_rows (matter) WHERE open = 1;
CREATE INDEX finding_rows_former ON finding_rows (sha256) WHERE matter IS NULL;
CREATE TABLE former_fingerprint_rows (
  former      TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL
) STRICT, WITHOUT ROWID;
UPDATE change_rows SET changes = changes + 1;

-- replaced_by：后来的导入在同一路径见到的另一内容；path_imports：最近在那里见到这一内容的导入
ALTER TABLE document_paths ADD COLUMN replaced_by TEXT;
CREATE TABLE path_imports (
  sha256 TEXT    NOT NULL REFERENCES document_rows (sha256) ON DELETE CASCADE,
  path   TEXT    NOT NULL,
  import INTEGER NOT NULL,
  PRIMARY KEY (sha256, path)
) STRICT, WITHOUT ROWID;

DROP VIEW findings;
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
  r.fingerprint, r.matter, r.last_run AS run_id, r.rule, r.rule_version, r.severity, r.verdict, r.state,
  r.project, r.message, r.reported, r.expected, r.difference_fen / 1000000.0 AS difference_wan,
  r.formula, r.quote, ifnull(v.state, 'open') AS review, v.who AS reviewer, v.comment, r.place
FROM finding_rows r
LEFT JOIN document_rows o ON o.sha256 = r.sha256
LEFT JOIN disclosure_rows d ON d.document = o.number AND d.ordinal = r.disclosure
LEFT JOIN review_rows v ON v.fingerprint = r.fingerprint
WHERE r.open = 1;
