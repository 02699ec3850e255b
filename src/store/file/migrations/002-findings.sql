CREATE TABLE run_rows (
  id        INTEGER PRIMARY KEY,
  at        TEXT    NOT NULL,
  scope     TEXT    NOT NULL,
  documents INTEGER NOT NULL
) STRICT;

CREATE TABLE run_rule_rows (
  run            INTEGER NOT NULL REFERENCES run_rows (id) ON DELETE CASCADE,
  rule           TEXT    NOT NULL,
  pass           INTEGER NOT NULL,
  fail           INTEGER NOT NULL,
  review         INTEGER NOT NULL,
  not_applicable INTEGER NOT NULL,
  not_evaluated  INTEGER NOT NULL,
  reasons        TEXT    NOT NULL,
  fresh          INTEGER NOT NULL,
  unchanged      INTEGER NOT NULL,
  resolved       INTEGER NOT NULL,
  PRIMARY KEY (run, rule)
) STRICT, WITHOUT ROWID;

-- open：该疑点最近一次出现，且其后没有一次覆盖它的核查不再报告它
CREATE TABLE finding_rows (
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
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_rows_fingerprint ON finding_rows (fingerprint, occurrence);
CREATE INDEX finding_rows_open ON finding_rows (fingerprint) WHERE open = 1;
CREATE INDEX finding_rows_rule ON finding_rows (run, rule);

-- 复核结论；只认指纹，读取程序升级或词表修改后依然对应
CREATE TABLE review_rows (
  fingerprint TEXT PRIMARY KEY,
  state       TEXT NOT NULL CHECK (state IN ('open', 'confirmed', 'explained', 'dismissed')),
  comment     TEXT,
  who         TEXT NOT NULL,
  at          TEXT NOT NULL
) STRICT, WITHOUT ROWID;
