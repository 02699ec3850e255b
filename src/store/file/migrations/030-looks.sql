-- 一份文档的规则看过哪些文档：mark 是看它的那一次，counts 是各条规则的回答，还没有看完时为空。文档或归属一变，就不算看过
CREATE TABLE looked_rows (
  sha256 TEXT PRIMARY KEY,
  mark   TEXT NOT NULL,
  rules  TEXT NOT NULL,
  counts BLOB
) STRICT;
CREATE TRIGGER document_rows_unlooked AFTER UPDATE ON document_rows BEGIN
  DELETE FROM looked_rows WHERE sha256 = old.sha256;
END;
CREATE TRIGGER document_rows_gone_unlooked AFTER DELETE ON document_rows BEGIN
  DELETE FROM looked_rows WHERE sha256 = old.sha256;
END;
CREATE TRIGGER disclosure_rows_unlooked AFTER UPDATE ON disclosure_rows BEGIN
  DELETE FROM looked_rows WHERE sha256 = (SELECT sha256 FROM document_rows WHERE number = new.document);
END;
-- 一份文档现存的疑点
CREATE INDEX finding_rows_content ON finding_rows (sha256) WHERE open = 1;
-- 从队列领来读的也是导入
ALTER TABLE import_rows RENAME TO former_import_rows;
CREATE TABLE import_rows (
  id            INTEGER PRIMARY KEY,
  kind          TEXT    NOT NULL CHECK (kind IN ('paths', 'upload', 'retry', 'refresh', 'queue')),
  given         TEXT    NOT NULL,
  given_count   INTEGER NOT NULL,
  started       TEXT    NOT NULL,
  ended         TEXT,
  result        TEXT,
  failure_count INTEGER NOT NULL DEFAULT 0,
  error         TEXT
) STRICT;
INSERT INTO import_rows SELECT * FROM former_import_rows;
DROP TABLE former_import_rows;
