-- 人对名称的决定：同一地区的两个部门名称、同一部门同一年度同一阶段的两个项目名称，是一个（same = 1，name 并入 other）还是两个。
-- 撤回过的编号不再用（AUTOINCREMENT）：旧的“撤回第 1 条”不会撤掉另一条
-- 不引用 document_rows，因此重新导入、删除后再导入都还在；department：项目所属部门的统一名称
CREATE TABLE name_decision_rows (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  kind        TEXT    NOT NULL,
  place       TEXT    NOT NULL,
  province    TEXT,
  city        TEXT,
  region      TEXT    NOT NULL,
  region_code TEXT,
  department  TEXT,
  year        INTEGER,
  stage       TEXT,
  name        TEXT    NOT NULL,
  name_key    TEXT    NOT NULL,
  other       TEXT    NOT NULL,
  other_key   TEXT    NOT NULL,
  same        INTEGER NOT NULL,
  who         TEXT,
  at          TEXT    NOT NULL
) STRICT;
CREATE INDEX name_decision_rows_place ON name_decision_rows (place);

-- 一次指定（assign）一行，repaired_rows 是其中每份文档在那以前的指定（JSON；没有的为空），撤回时照此恢复
CREATE TABLE repair_rows (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  who   TEXT,
  at    TEXT NOT NULL,
  given TEXT NOT NULL
) STRICT;
CREATE TABLE repaired_rows (
  sha256 TEXT    NOT NULL,
  repair INTEGER NOT NULL REFERENCES repair_rows (id) ON DELETE CASCADE,
  before TEXT,
  PRIMARY KEY (sha256, repair)
) STRICT, WITHOUT ROWID;
CREATE INDEX repaired_rows_repair ON repaired_rows (repair);
