-- 一份文档的规则看过哪些文档：mark 是看它的那一次，counts 是各条规则的回答，还没有看完时为空。文档或归属一变，就不算看过
CREATE TABLE looked_rows (
  sha256 text COLLATE "C" PRIMARY KEY,
  mark   text COLLATE "C" NOT NULL,
  rules  text COLLATE "C" NOT NULL,
  counts bytea
);
CREATE FUNCTION unlook_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM looked_rows WHERE sha256 = old.sha256;
  RETURN NULL;
END $$;
CREATE TRIGGER document_rows_unlooked AFTER UPDATE OR DELETE ON document_rows FOR EACH ROW EXECUTE FUNCTION unlook_document();
CREATE FUNCTION unlook_disclosure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM looked_rows WHERE sha256 = (SELECT sha256 FROM document_rows WHERE number = new.document);
  RETURN NULL;
END $$;
CREATE TRIGGER disclosure_rows_unlooked AFTER UPDATE ON disclosure_rows FOR EACH ROW EXECUTE FUNCTION unlook_disclosure();
-- 一份文档现存的疑点
CREATE INDEX finding_rows_content ON finding_rows (sha256) WHERE open = 1;
-- 从队列领来读的也是导入
ALTER TABLE import_rows DROP CONSTRAINT import_rows_kind_check;
ALTER TABLE import_rows ADD CONSTRAINT import_rows_kind_check CHECK (kind IN ('paths', 'upload', 'retry', 'refresh', 'queue'));
