-- 导出的分区按省与年度找
CREATE INDEX disclosure_rows_province ON disclosure_rows (province, year);
CREATE INDEX document_rows_province ON document_rows (province, year);
