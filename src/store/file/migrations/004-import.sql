-- read_as：读它时用的路径（路径可能提示地区、年度）；tried_version：最近一次尝试的读取程序版本
ALTER TABLE document_rows ADD COLUMN read_as TEXT NOT NULL DEFAULT '';
ALTER TABLE document_rows ADD COLUMN tried_version TEXT NOT NULL DEFAULT '';
-- hints：读它时从外面知道的地区、年度、部门（JSON）；printed_date：文中印出的公开或填报日期
ALTER TABLE document_rows ADD COLUMN hints TEXT;
ALTER TABLE document_rows ADD COLUMN printed_date TEXT;
UPDATE document_rows SET read_as = path, tried_version = reader_version;

-- 已完整展开的压缩包（sha256）的成员；成员的文档按 member 在 document_rows 中
CREATE TABLE archive_rows (
  sha256 TEXT NOT NULL,
  path   TEXT NOT NULL,
  member TEXT NOT NULL,
  PRIMARY KEY (sha256, path)
) STRICT, WITHOUT ROWID;
