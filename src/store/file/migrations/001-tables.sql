-- 0x4D5A4C47 = "MZLG"：明账库的标识，与文件头一同写入
PRAGMA application_id = 1297763399;

-- 一份内容（sha256）一行；地区、年度、阶段、部门是其各份公开共有的值，互不相同时为空
CREATE TABLE document_rows (
  number            INTEGER PRIMARY KEY,
  sha256            TEXT    NOT NULL UNIQUE,
  path              TEXT    NOT NULL,
  bytes             INTEGER NOT NULL,
  format            TEXT    NOT NULL,
  reader_version    TEXT    NOT NULL,
  outcome           TEXT    NOT NULL,
  reason            TEXT,
  title             TEXT,
  url               TEXT,
  published         TEXT,
  province          TEXT,
  city              TEXT,
  region            TEXT,
  region_code       TEXT,
  year              INTEGER,
  stage             TEXT,
  department        TEXT,
  department_key    TEXT,
  forms             INTEGER NOT NULL,
  cells             INTEGER NOT NULL,
  set_aside_cells   INTEGER NOT NULL,
  unclaimed_cells   INTEGER NOT NULL,
  unresolved        TEXT,
  superseded_by     TEXT
) STRICT;
CREATE INDEX document_rows_outcome ON document_rows (outcome);
CREATE INDEX document_rows_superseded ON document_rows (number) WHERE superseded_by IS NOT NULL;

CREATE TABLE document_paths (
  sha256    TEXT NOT NULL REFERENCES document_rows (sha256) ON DELETE CASCADE,
  path      TEXT NOT NULL,
  url       TEXT,
  published TEXT,
  PRIMARY KEY (sha256, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_paths_path ON document_paths (path);

-- 压缩（zlib）的 JSON：grids = 段落与表格，reading = 表、归属、公开内容、诊断
CREATE TABLE document_blobs (
  number  INTEGER PRIMARY KEY REFERENCES document_rows (number) ON UPDATE CASCADE ON DELETE CASCADE,
  reading BLOB NOT NULL,
  grids   BLOB NOT NULL
) STRICT;

CREATE TABLE diagnostic_rows (
  sha256  TEXT    NOT NULL REFERENCES document_rows (sha256) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  code    TEXT    NOT NULL,
  message TEXT    NOT NULL,
  place   TEXT,
  PRIMARY KEY (sha256, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX diagnostic_rows_code ON diagnostic_rows (code);

-- 人工指定的地区、年度、部门；不引用 document_rows，因此重新导入、删除后再导入都还在
CREATE TABLE assignment_rows (
  sha256          TEXT PRIMARY KEY,
  province        TEXT,
  city            TEXT,
  region          TEXT,
  region_code     TEXT,
  year            INTEGER,
  department      TEXT,
  department_code TEXT,
  department_key  TEXT
) STRICT, WITHOUT ROWID;

-- 一个部门一个年度一个阶段的公开；人工指定已计入
CREATE TABLE disclosure_rows (
  id              INTEGER PRIMARY KEY,
  document        INTEGER NOT NULL REFERENCES document_rows (number) ON DELETE CASCADE,
  ordinal         INTEGER NOT NULL,
  province        TEXT,
  city            TEXT,
  region          TEXT,
  region_code     TEXT,
  year            INTEGER,
  stage           TEXT    NOT NULL,
  department      TEXT,
  department_code TEXT,
  department_key  TEXT,
  UNIQUE (document, ordinal)
) STRICT;
CREATE INDEX disclosure_rows_region ON disclosure_rows (region_code, year);
CREATE INDEX disclosure_rows_key ON disclosure_rows (department_key, year);

CREATE TABLE project_rows (
  id              INTEGER PRIMARY KEY,
  disclosure      INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  project         TEXT    NOT NULL,
  project_printed TEXT    NOT NULL,
  project_code    TEXT,
  parent          TEXT,
  direction       TEXT,
  agency          TEXT,
  attribute       TEXT,
  amount_fen      INTEGER,
  period          TEXT,
  annual_goal     TEXT,
  period_goal     TEXT,
  purpose         TEXT,
  has_form        INTEGER NOT NULL,
  state           TEXT    NOT NULL,
  place           TEXT
) STRICT;
CREATE INDEX project_rows_disclosure ON project_rows (disclosure);
CREATE INDEX project_rows_project ON project_rows (project);

CREATE TABLE budget_rows (
  id          INTEGER PRIMARY KEY,
  disclosure  INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  project_id  INTEGER,
  axis        TEXT    NOT NULL,
  category    TEXT    NOT NULL,
  horizon     TEXT    NOT NULL,
  scope       TEXT    NOT NULL,
  amount_fen  INTEGER,
  printed     TEXT    NOT NULL,
  place       TEXT    NOT NULL
) STRICT;
CREATE INDEX budget_rows_disclosure ON budget_rows (disclosure);

-- *_text：精确的小数文本，同名列为排序用的近似值
CREATE TABLE indicator_rows (
  id             INTEGER PRIMARY KEY,
  disclosure     INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  project_id     INTEGER,
  level1         TEXT,
  level2         TEXT,
  level1_printed TEXT,
  level2_printed TEXT,
  name           TEXT    NOT NULL,
  name_printed   TEXT    NOT NULL,
  description    TEXT,
  target         TEXT,
  horizon        TEXT    NOT NULL,
  kind           TEXT    NOT NULL,
  operator       TEXT,
  value          TEXT,
  unit           TEXT,
  quantity_text  TEXT,
  quantity       REAL,
  measure        TEXT,
  standard       TEXT,
  target_basis   TEXT,
  weight_text    TEXT,
  weight         REAL,
  actual         TEXT,
  score_text     TEXT,
  score          REAL,
  place          TEXT    NOT NULL
) STRICT;
CREATE INDEX indicator_rows_disclosure ON indicator_rows (disclosure);
CREATE INDEX indicator_rows_project ON indicator_rows (project_id);
CREATE INDEX indicator_rows_level ON indicator_rows (level1, level2);

CREATE TABLE cost_rows (
  id          INTEGER PRIMARY KEY,
  disclosure  INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  project_id  INTEGER,
  category    TEXT,
  item        TEXT,
  amount_fen  INTEGER,
  calculation TEXT,
  result      TEXT,
  place       TEXT
) STRICT;
CREATE INDEX cost_rows_disclosure ON cost_rows (disclosure);
CREATE INDEX cost_rows_project ON cost_rows (project_id);

CREATE TABLE plan_rows (
  disclosure INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  ordinal    INTEGER NOT NULL,
  project_id INTEGER,
  step       TEXT    NOT NULL,
  share_text TEXT,
  share      REAL,
  place      TEXT    NOT NULL,
  PRIMARY KEY (disclosure, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE work_plan_rows (
  id         INTEGER PRIMARY KEY,
  disclosure INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  item       TEXT    NOT NULL,
  office     TEXT,
  goal       TEXT,
  place      TEXT
) STRICT;
CREATE INDEX work_plan_rows_disclosure ON work_plan_rows (disclosure);

CREATE TABLE text_rows (
  disclosure INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  ordinal    INTEGER NOT NULL,
  project_id INTEGER,
  kind       TEXT    NOT NULL,
  heading    TEXT,
  text       TEXT    NOT NULL,
  place      TEXT    NOT NULL,
  PRIMARY KEY (disclosure, ordinal)
) STRICT, WITHOUT ROWID;

-- 已识别的表中每个非空单元格的去向
CREATE TABLE cell_rows (
  disclosure INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  ordinal    INTEGER NOT NULL,
  table_no   INTEGER NOT NULL,
  row_no     INTEGER NOT NULL,
  column_no  INTEGER NOT NULL,
  row_span   INTEGER NOT NULL,
  col_span   INTEGER NOT NULL,
  text       TEXT    NOT NULL,
  status     TEXT    NOT NULL,
  field      TEXT,
  reason     TEXT,
  place      TEXT    NOT NULL,
  PRIMARY KEY (disclosure, ordinal)
) STRICT, WITHOUT ROWID;
