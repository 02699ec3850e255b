-- 导入记录：何时、给了什么、结果如何；不属于数据，重复导入只会添行
CREATE TABLE import_rows (
  id            INTEGER PRIMARY KEY,
  kind          TEXT    NOT NULL CHECK (kind IN ('paths', 'upload', 'retry', 'refresh')),
  given         TEXT    NOT NULL,
  given_count   INTEGER NOT NULL,
  started       TEXT    NOT NULL,
  ended         TEXT,
  result        TEXT,
  failure_count INTEGER NOT NULL DEFAULT 0,
  error         TEXT
) STRICT;
