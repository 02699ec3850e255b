-- 识别：文档中的文字图像怎样了（left 没有识别、layer 用了文件里已有的识别结果、read 识别过），识别了几页；
-- 单元格的识别把握，和人改正之前读成什么
ALTER TABLE document_rows ADD COLUMN pictures TEXT;
ALTER TABLE document_rows ADD COLUMN recognized_pages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cell_rows ADD COLUMN confidence REAL;
ALTER TABLE cell_rows ADD COLUMN reading TEXT;
ALTER TABLE unread_cell_rows ADD COLUMN confidence REAL;
ALTER TABLE unread_cell_rows ADD COLUMN reading TEXT;

-- 人改正的文字，以内容指纹和位置对应；与读取结果分开，重新导入后仍然有效
CREATE TABLE correction_rows (
  sha256  TEXT NOT NULL,
  place   TEXT NOT NULL,
  text    TEXT NOT NULL,
  reading TEXT NOT NULL,
  at      TEXT NOT NULL,
  PRIMARY KEY (sha256, place)
) STRICT, WITHOUT ROWID;

DROP VIEW cells;
CREATE VIEW cells AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.table_no AS "table", r.row_no AS "row", r.column_no AS "column", r.row_span, r.col_span,
  r.text, r.status, r.field, r.reason, r.confidence, r.reading, r.place
FROM cell_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
UNION ALL
SELECT
  o.number, o.province, o.city, o.region, o.region_code, o.year, o.stage,
  o.department, o.department_key,
  r.table_no, r.row_no, r.column_no, r.row_span, r.col_span,
  r.text, 'unclaimed', NULL, NULL, r.confidence, r.reading, r.place
FROM unread_cell_rows r
JOIN document_rows o ON o.number = r.document;

DROP VIEW documents;
CREATE VIEW documents AS
SELECT
  number AS id, number AS document_id, province, city, region, region_code, year, stage,
  department, department_key,
  sha256, path, format, title, url, outcome, forms, cells, set_aside_cells, unclaimed_cells, unread_rows,
  recognized_pages, unresolved,
  (SELECT later.number FROM document_rows later WHERE later.sha256 = d.superseded_by) AS superseded_by
FROM document_rows d;
