-- A row of a table is counted on the page it stands on, so a cell says its page too.

DROP VIEW cells;
CREATE VIEW cells AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  CASE WHEN r.place GLOB 'p[0-9]* t[0-9]*' AND instr(r.place, '!') = 0
    THEN CAST(substr(r.place, 2) AS INTEGER) END AS page,
  r.table_no AS "table", r.row_no AS "row", r.column_no AS "column", r.row_span, r.col_span,
  r.text, r.status, r.field, r.reason, r.confidence, r.reading, r.place
FROM cell_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
UNION ALL
SELECT
  o.number, o.province, o.city, o.region, o.region_code, o.year, o.stage,
  o.department, o.department_key,
  CASE WHEN r.place GLOB 'p[0-9]* t[0-9]*' AND instr(r.place, '!') = 0
    THEN CAST(substr(r.place, 2) AS INTEGER) END,
  r.table_no, r.row_no, r.column_no, r.row_span, r.col_span,
  r.text, 'unclaimed', NULL, NULL, r.confidence, r.reading, r.place
FROM unread_cell_rows r
JOIN document_rows o ON o.number = r.document;
