-- 人保存的 SQL 查询，名称即网址
CREATE TABLE saved_question_rows (
  name  TEXT PRIMARY KEY,
  sql   TEXT NOT NULL,
  about TEXT,
  at    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
