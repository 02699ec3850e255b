-- 执行情况与自评总分
CREATE TABLE execution_rows (
  disclosure  INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,
  project_id  INTEGER,
  category    TEXT    NOT NULL,
  initial_fen INTEGER,
  budget_fen  INTEGER,
  spent_fen   INTEGER,
  weight_text TEXT,
  weight      REAL,
  rate_text   TEXT,
  rate        REAL,
  score_text  TEXT,
  score       REAL,
  place       TEXT,
  PRIMARY KEY (disclosure, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE score_rows (
  disclosure  INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,
  project_id  INTEGER,
  weight_text TEXT,
  weight      REAL,
  score_text  TEXT,
  score       REAL,
  rate_text   TEXT,
  rate        REAL,
  grade       TEXT,
  place       TEXT,
  PRIMARY KEY (disclosure, ordinal)
) STRICT, WITHOUT ROWID;

-- 已存的文档须照其读取结果再写一遍的；下次打开（可写）时写，写完去掉
CREATE TABLE unwritten_rows (
  document INTEGER PRIMARY KEY REFERENCES document_rows (number) ON UPDATE CASCADE ON DELETE CASCADE
) STRICT;
INSERT INTO unwritten_rows
SELECT DISTINCT document FROM disclosure_rows WHERE stage IN ('final', 'self-evaluation');

ALTER TABLE disclosure_rows ADD COLUMN execution INTEGER NOT NULL DEFAULT 0;
ALTER TABLE disclosure_rows ADD COLUMN scores INTEGER NOT NULL DEFAULT 0;

-- 同一部门各阶段、各年度之间的对应与结果：由其各份公开算出，公开有变动的部门记在 unlinked_rows，重算之后去掉
CREATE TABLE project_link_rows (
  before_disclosure INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  after_disclosure  INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  before_id         INTEGER NOT NULL,
  after_id          INTEGER NOT NULL,
  step              TEXT    NOT NULL,
  relation          TEXT    NOT NULL,
  ground            TEXT    NOT NULL,
  likeness          REAL    NOT NULL,
  doubtful          INTEGER NOT NULL,
  PRIMARY KEY (before_disclosure, after_disclosure, before_id, after_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_link_rows_after ON project_link_rows (after_disclosure);

-- 减去的指标 after_id 为 0，新增的 before_id 为 0
CREATE TABLE indicator_link_rows (
  before_disclosure INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  after_disclosure  INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  before_id         INTEGER NOT NULL,
  after_id          INTEGER NOT NULL,
  step              TEXT    NOT NULL,
  relation          TEXT    NOT NULL,
  likeness          REAL,
  doubtful          INTEGER NOT NULL,
  PRIMARY KEY (before_disclosure, after_disclosure, before_id, after_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX indicator_link_rows_after ON indicator_link_rows (after_disclosure);

CREATE TABLE outcome_rows (
  disclosure          INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  promised_id         INTEGER NOT NULL,
  adjusted_id         INTEGER,
  reported_id         INTEGER,
  next_id             INTEGER,
  reported_project_id INTEGER,
  self_evaluation     TEXT    NOT NULL,
  status              TEXT    NOT NULL,
  kept                TEXT,
  doubtful            INTEGER NOT NULL,
  PRIMARY KEY (disclosure, promised_id)
) STRICT, WITHOUT ROWID;

-- 每份公开各种结果的指标数，全省的汇总由它相加
CREATE TABLE outcome_group_rows (
  disclosure      INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  self_evaluation TEXT    NOT NULL,
  status          TEXT    NOT NULL,
  kept            TEXT    NOT NULL,
  outcomes        INTEGER NOT NULL,
  PRIMARY KEY (disclosure, self_evaluation, status, kept)
) STRICT, WITHOUT ROWID;

-- 人对两个项目是否同一的决定，以内容与所印的名称、编码认项目，因此重新导入后仍在
CREATE TABLE link_decision_rows (
  sha256        TEXT    NOT NULL,
  project       TEXT    NOT NULL,
  other_sha256  TEXT    NOT NULL,
  other_project TEXT    NOT NULL,
  same          INTEGER NOT NULL,
  PRIMARY KEY (sha256, project, other_sha256, other_project)
) STRICT, WITHOUT ROWID;

-- 部门未定的、地区未定的不对应；中央部门没有地区，以所印的名称为准
CREATE TABLE unlinked_rows (subject TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE INDEX disclosure_rows_department ON disclosure_rows (ifnull(department_key, department), region_code);
CREATE INDEX disclosure_rows_central ON disclosure_rows (department) WHERE region IS NULL;

CREATE TRIGGER disclosure_rows_to_link AFTER INSERT ON disclosure_rows
WHEN (new.region IS NOT NULL OR new.department GLOB '国家*' OR new.department GLOB '中央*' OR new.department GLOB '中国*' OR new.department GLOB '全国*' OR new.department GLOB '最高*') AND new.department IS NOT NULL BEGIN
  INSERT OR IGNORE INTO unlinked_rows VALUES (json_array(
    new.province, new.city, new.region, new.region_code,
    iif(new.region IS NULL, new.department, ifnull(new.department_key, new.department))));
END;
CREATE TRIGGER disclosure_rows_unlinked AFTER DELETE ON disclosure_rows
WHEN (old.region IS NOT NULL OR old.department GLOB '国家*' OR old.department GLOB '中央*' OR old.department GLOB '中国*' OR old.department GLOB '全国*' OR old.department GLOB '最高*') AND old.department IS NOT NULL BEGIN
  INSERT OR IGNORE INTO unlinked_rows VALUES (json_array(
    old.province, old.city, old.region, old.region_code,
    iif(old.region IS NULL, old.department, ifnull(old.department_key, old.department))));
END;
CREATE TRIGGER document_rows_superseded_to_link AFTER UPDATE OF superseded_by ON document_rows
WHEN new.superseded_by IS NOT old.superseded_by BEGIN
  INSERT OR IGNORE INTO unlinked_rows
  SELECT json_array(d.province, d.city, d.region, d.region_code,
    iif(d.region IS NULL, d.department, ifnull(d.department_key, d.department)))
  FROM disclosure_rows d WHERE d.document = new.number AND (d.region IS NOT NULL OR d.department GLOB '国家*' OR d.department GLOB '中央*' OR d.department GLOB '中国*' OR d.department GLOB '全国*' OR d.department GLOB '最高*') AND d.department IS NOT NULL;
END;
INSERT OR IGNORE INTO unlinked_rows
SELECT json_array(province, city, region, region_code, iif(region IS NULL, department, ifnull(department_key, department)))
FROM disclosure_rows WHERE (region IS NOT NULL OR department GLOB '国家*' OR department GLOB '中央*' OR department GLOB '中国*' OR department GLOB '全国*' OR department GLOB '最高*') AND department IS NOT NULL;

-- 先取公开再取行：按地区、年度、部门筛选不必看全部
CREATE VIEW execution AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.category,
  r.initial_fen, r.initial_fen / 1000000.0 AS initial, r.budget_fen, r.budget_fen / 1000000.0 AS budget,
  r.spent_fen, r.spent_fen / 1000000.0 AS spent, r.weight, r.rate, r.score, r.place
FROM disclosure_rows d
CROSS JOIN execution_rows r ON r.disclosure = d.id
LEFT JOIN project_rows p ON p.id = r.project_id;

CREATE VIEW scores AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.weight, r.score, r.rate, r.grade, r.place
FROM disclosure_rows d
CROSS JOIN score_rows r ON r.disclosure = d.id
LEFT JOIN project_rows p ON p.id = r.project_id;

CREATE VIEW project_links AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.before_id AS project_id, NULLIF(b.project, '') AS project,
  e.document AS later_document_id, e.year AS later_year, e.stage AS later_stage,
  r.after_id AS later_project_id, NULLIF(a.project, '') AS later_project,
  r.step, r.relation, r.ground, r.likeness, r.doubtful, b.place, a.place AS later_place
FROM disclosure_rows d
CROSS JOIN project_link_rows r ON r.before_disclosure = d.id
JOIN disclosure_rows e ON e.id = r.after_disclosure
LEFT JOIN project_rows b ON b.id = r.before_id
LEFT JOIN project_rows a ON a.id = r.after_id;

CREATE VIEW indicator_links AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  b.project_id, NULLIF(p.project, '') AS project, b.id AS indicator_id, b.name, b.target,
  e.document AS later_document_id, e.year AS later_year, e.stage AS later_stage,
  a.id AS later_indicator_id, a.name AS later_name, a.target AS later_target,
  r.step, r.relation, r.likeness, r.doubtful, b.place, a.place AS later_place
FROM disclosure_rows d
CROSS JOIN indicator_link_rows r ON r.before_disclosure = d.id
JOIN disclosure_rows e ON e.id = r.after_disclosure
LEFT JOIN indicator_rows b ON b.id = r.before_id
LEFT JOIN indicator_rows a ON a.id = r.after_id
LEFT JOIN project_rows p ON p.id = b.project_id;

CREATE VIEW outcomes AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  i.project_id, NULLIF(p.project, '') AS project, r.promised_id AS indicator_id, i.level1, i.level2, i.name,
  i.target AS promised, i.weight, r.adjusted_id, j.target AS adjusted,
  e.document AS report_document_id, r.reported_project_id, r.reported_id, s.name AS reported_name,
  s.target AS reported_target, s.weight AS reported_weight, s.actual, s.score,
  r.next_id, n.target AS next_target, r.self_evaluation, r.status, r.kept, r.doubtful,
  i.place, s.place AS reported_place
FROM disclosure_rows d
CROSS JOIN outcome_rows r ON r.disclosure = d.id
JOIN indicator_rows i ON i.id = r.promised_id
LEFT JOIN project_rows p ON p.id = i.project_id
LEFT JOIN indicator_rows j ON j.id = r.adjusted_id
LEFT JOIN indicator_rows s ON s.id = r.reported_id
LEFT JOIN disclosure_rows e ON e.id = s.disclosure
LEFT JOIN indicator_rows n ON n.id = r.next_id;

CREATE VIEW current_execution AS
SELECT * FROM execution
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_scores AS
SELECT * FROM scores
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_project_links AS
SELECT * FROM project_links
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_indicator_links AS
SELECT * FROM indicator_links
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_outcomes AS
SELECT * FROM outcomes
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
