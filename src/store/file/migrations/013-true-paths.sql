-- 文件的真实路径只为再次找到文件：document_paths、reading_paths、archive_rows 不在视图中，sql 也不读它们；
-- shown 是遮盖了姓名、号码的路径，别处都用它（旧库中先与真实路径相同，重读时遮盖）
ALTER TABLE document_paths ADD COLUMN shown TEXT NOT NULL DEFAULT '';
UPDATE document_paths SET shown = path;

-- 读它时用的真实路径（路径可能提示地区、年度）
CREATE TABLE reading_paths (
  sha256 TEXT PRIMARY KEY REFERENCES document_rows (sha256) ON DELETE CASCADE,
  path   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO reading_paths (sha256, path) SELECT sha256, read_as FROM document_rows;
ALTER TABLE document_rows DROP COLUMN read_as;
