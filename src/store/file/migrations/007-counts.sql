-- 每份公开各有多少行，写入时记下；列名与视图名一致，project_fen 为各项目金额（分）之和
ALTER TABLE disclosure_rows ADD COLUMN budgets INTEGER NOT NULL DEFAULT 0;
ALTER TABLE disclosure_rows ADD COLUMN projects INTEGER NOT NULL DEFAULT 0;
ALTER TABLE disclosure_rows ADD COLUMN indicators INTEGER NOT NULL DEFAULT 0;
ALTER TABLE disclosure_rows ADD COLUMN costs INTEGER NOT NULL DEFAULT 0;
ALTER TABLE disclosure_rows ADD COLUMN plans INTEGER NOT NULL DEFAULT 0;
ALTER TABLE disclosure_rows ADD COLUMN work_plan INTEGER NOT NULL DEFAULT 0;
ALTER TABLE disclosure_rows ADD COLUMN texts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE disclosure_rows ADD COLUMN cells INTEGER NOT NULL DEFAULT 0;
ALTER TABLE disclosure_rows ADD COLUMN project_fen INTEGER NOT NULL DEFAULT 0;
UPDATE disclosure_rows AS d SET
  budgets = (SELECT count(*) FROM budget_rows WHERE disclosure = d.id),
  indicators = (SELECT count(*) FROM indicator_rows WHERE disclosure = d.id),
  costs = (SELECT count(*) FROM cost_rows WHERE disclosure = d.id),
  plans = (SELECT count(*) FROM plan_rows WHERE disclosure = d.id),
  work_plan = (SELECT count(*) FROM work_plan_rows WHERE disclosure = d.id),
  texts = (SELECT count(*) FROM text_rows WHERE disclosure = d.id),
  cells = (SELECT count(*) FROM cell_rows WHERE disclosure = d.id),
  (projects, project_fen) =
    (SELECT count(*), ifnull(sum(amount_fen), 0) FROM project_rows WHERE disclosure = d.id);

-- 每份公开中各一二级指标、类型的指标数；空值记作 ''
CREATE TABLE indicator_group_rows (
  disclosure INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  level1     TEXT    NOT NULL,
  level2     TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  indicators INTEGER NOT NULL,
  PRIMARY KEY (disclosure, level1, level2, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO indicator_group_rows
SELECT disclosure, ifnull(level1, ''), ifnull(level2, ''), kind, count(*) FROM indicator_rows GROUP BY 1, 2, 3, 4;

-- 先于行本身删除时触发，各组还在；外键级联删除同样触发
DROP TRIGGER disclosure_rows_uncounted;
CREATE TRIGGER disclosure_rows_uncounted BEFORE DELETE ON disclosure_rows BEGIN
  INSERT INTO indicator_count_rows
  SELECT ifnull(old.province, ''), ifnull(old.year, 0), old.stage, level1, level2, kind, -indicators
  FROM indicator_group_rows WHERE disclosure = old.id
  ON CONFLICT DO UPDATE SET indicators = indicators + excluded.indicators;
  DELETE FROM indicator_count_rows WHERE indicators = 0;
  INSERT INTO project_count_rows
  SELECT ifnull(old.province, ''), ifnull(old.year, 0), old.stage, -old.projects, -old.project_fen
  WHERE old.projects > 0
  ON CONFLICT DO UPDATE SET projects = projects + excluded.projects, amount_fen = amount_fen + excluded.amount_fen;
  DELETE FROM project_count_rows WHERE projects = 0;
END;

-- 疑点一行常有一两千字节，WITHOUT ROWID 的页放不下几行，每行另占一页；改为普通表，体积约为四分之一
PRAGMA legacy_alter_table = ON;
CREATE TABLE finding_rows_new (
  run            INTEGER NOT NULL REFERENCES run_rows (id) ON DELETE CASCADE,
  id             INTEGER NOT NULL,
  fingerprint    TEXT    NOT NULL,
  occurrence     INTEGER NOT NULL,
  open           INTEGER NOT NULL,
  state          TEXT    NOT NULL CHECK (state IN ('new', 'unchanged')),
  sha256         TEXT    NOT NULL,
  disclosure     INTEGER NOT NULL,
  rule           TEXT    NOT NULL,
  rule_version   INTEGER NOT NULL,
  severity       TEXT    NOT NULL,
  verdict        TEXT    NOT NULL,
  project        TEXT,
  message        TEXT    NOT NULL,
  reported       TEXT,
  expected       TEXT,
  difference_fen INTEGER,
  formula        TEXT,
  quote          TEXT,
  place          TEXT,
  data           TEXT    NOT NULL,
  PRIMARY KEY (run, id)
) STRICT;
INSERT INTO finding_rows_new SELECT * FROM finding_rows;
DROP TABLE finding_rows;
ALTER TABLE finding_rows_new RENAME TO finding_rows;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX finding_rows_fingerprint ON finding_rows (fingerprint, occurrence);
CREATE INDEX finding_rows_open ON finding_rows (fingerprint) WHERE open = 1;
CREATE INDEX finding_rows_rule ON finding_rows (run, rule);

-- 最近一次核查中有疑点的公开及其归属，各程度的疑点数；列表按此计数翻页
CREATE INDEX finding_rows_subject ON finding_rows (run, sha256, disclosure);
CREATE TABLE finding_subject_rows (
  sha256         TEXT    NOT NULL,
  disclosure     INTEGER NOT NULL,
  document       INTEGER,
  province       TEXT,
  city           TEXT,
  region         TEXT,
  region_code    TEXT,
  year           INTEGER,
  stage          TEXT,
  department     TEXT,
  department_key TEXT,
  error          INTEGER NOT NULL,
  warning        INTEGER NOT NULL,
  note           INTEGER NOT NULL,
  PRIMARY KEY (sha256, disclosure)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_subject_rows_order ON finding_subject_rows (
  region_code IS NULL, region_code, year IS NULL, year, department_key IS NULL, department_key, document
);
INSERT INTO finding_subject_rows
SELECT r.sha256, r.disclosure, v.document_id, v.province, v.city, v.region, v.region_code, v.year, v.stage,
  v.department, v.department_key,
  count(*) FILTER (WHERE v.severity = 'error'), count(*) FILTER (WHERE v.severity = 'warning'),
  count(*) FILTER (WHERE v.severity = 'note')
FROM finding_rows r JOIN findings v ON v.id = r.id
WHERE r.run = (SELECT max(id) FROM run_rows)
GROUP BY 1, 2;

-- 其中每条规则、程度、结论、状态的疑点数；全国合计由触发器随增随减
CREATE TABLE finding_group_rows (
  sha256     TEXT    NOT NULL,
  disclosure INTEGER NOT NULL,
  rule       TEXT    NOT NULL,
  severity   TEXT    NOT NULL,
  verdict    TEXT    NOT NULL,
  state      TEXT    NOT NULL,
  findings   INTEGER NOT NULL,
  PRIMARY KEY (sha256, disclosure, rule, severity, verdict, state),
  FOREIGN KEY (sha256, disclosure) REFERENCES finding_subject_rows (sha256, disclosure)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_group_rows_rule ON finding_group_rows (rule);
CREATE TABLE finding_count_rows (
  province TEXT    NOT NULL,
  year     INTEGER NOT NULL,
  stage    TEXT    NOT NULL,
  rule     TEXT    NOT NULL,
  severity TEXT    NOT NULL,
  verdict  TEXT    NOT NULL,
  state    TEXT    NOT NULL,
  findings INTEGER NOT NULL,
  PRIMARY KEY (province, year, stage, rule, severity, verdict, state)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER finding_group_rows_added AFTER INSERT ON finding_group_rows BEGIN
  INSERT INTO finding_count_rows
  SELECT ifnull(s.province, ''), ifnull(s.year, 0), ifnull(s.stage, ''), new.rule, new.severity, new.verdict, new.state,
    new.findings
  FROM finding_subject_rows s WHERE s.sha256 = new.sha256 AND s.disclosure = new.disclosure
  ON CONFLICT DO UPDATE SET findings = findings + excluded.findings;
END;
CREATE TRIGGER finding_group_rows_removed BEFORE DELETE ON finding_group_rows BEGIN
  INSERT INTO finding_count_rows
  SELECT ifnull(s.province, ''), ifnull(s.year, 0), ifnull(s.stage, ''), old.rule, old.severity, old.verdict, old.state,
    -old.findings
  FROM finding_subject_rows s WHERE s.sha256 = old.sha256 AND s.disclosure = old.disclosure
  ON CONFLICT DO UPDATE SET findings = findings + excluded.findings;
  DELETE FROM finding_count_rows WHERE findings = 0 AND rule = old.rule AND severity = old.severity
    AND verdict = old.verdict AND state = old.state AND (province, year, stage) = (
      SELECT ifnull(s.province, ''), ifnull(s.year, 0), ifnull(s.stage, '')
      FROM finding_subject_rows s WHERE s.sha256 = old.sha256 AND s.disclosure = old.disclosure);
END;
INSERT INTO finding_group_rows
SELECT sha256, disclosure, rule, severity, verdict, state, count(*) FROM finding_rows
WHERE run = (SELECT max(id) FROM run_rows) GROUP BY 1, 2, 3, 4, 5, 6;

-- 按金额、数量、名称排列的全国列表不必先排全部；按二级指标查找改由 indicator_group_rows 找到公开
CREATE INDEX project_rows_amount ON project_rows (amount_fen, disclosure);
CREATE INDEX project_rows_name ON project_rows (project, disclosure);
DROP INDEX project_rows_project;
CREATE INDEX indicator_rows_name ON indicator_rows (name, disclosure);
CREATE INDEX indicator_rows_quantity ON indicator_rows (quantity, disclosure);
DROP INDEX indicator_rows_level;

CREATE VIEW finding_counts AS
SELECT
  nullif(province, '') AS province, nullif(year, 0) AS year, nullif(stage, '') AS stage,
  rule, severity, verdict, state, findings
FROM finding_count_rows;
