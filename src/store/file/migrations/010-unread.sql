-- 像绩效表而没有认出的行：文档记行数与单元格数，单元格另存一表，与已识别的表的单元格同在视图 cells 中
ALTER TABLE document_rows ADD COLUMN unread_rows INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document_rows ADD COLUMN unread_cells INTEGER NOT NULL DEFAULT 0;

CREATE TABLE unread_cell_rows (
  document   INTEGER NOT NULL REFERENCES document_rows (number) ON UPDATE CASCADE ON DELETE CASCADE,
  ordinal    INTEGER NOT NULL,
  table_no   INTEGER NOT NULL,
  row_no     INTEGER NOT NULL,
  column_no  INTEGER NOT NULL,
  row_span   INTEGER NOT NULL,
  col_span   INTEGER NOT NULL,
  text       TEXT    NOT NULL,
  place      TEXT    NOT NULL,
  PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

DROP VIEW cells;
CREATE VIEW cells AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.table_no AS "table", r.row_no AS "row", r.column_no AS "column", r.row_span, r.col_span,
  r.text, r.status, r.field, r.reason, r.place
FROM cell_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
UNION ALL
SELECT
  o.number, o.province, o.city, o.region, o.region_code, o.year, o.stage,
  o.department, o.department_key,
  r.table_no, r.row_no, r.column_no, r.row_span, r.col_span,
  r.text, 'unclaimed', NULL, NULL, r.place
FROM unread_cell_rows r
JOIN document_rows o ON o.number = r.document;

DROP VIEW documents;
CREATE VIEW documents AS
SELECT
  number AS id, number AS document_id, province, city, region, region_code, year, stage,
  department, department_key,
  sha256, path, format, title, url, outcome, forms, cells, set_aside_cells, unclaimed_cells, unread_rows, unresolved,
  (SELECT later.number FROM document_rows later WHERE later.sha256 = d.superseded_by) AS superseded_by
FROM document_rows d;
