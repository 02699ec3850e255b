-- 导出的分区按省与年度找
CREATE INDEX disclosure_rows_province ON disclosure_rows (province, year);
CREATE INDEX document_rows_province ON document_rows (province, year);

-- 疑点按规则分组时的一组
CREATE FUNCTION "json_array"(text, bigint, text, text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '[' || json_of($1) || ',' || json_of($2) || ',' || json_of($3) || ',' || json_of($4) || ']'$$;

-- 金额从大到小、空的在后：升序的索引倒着走时空的在前
CREATE INDEX project_rows_amount_down ON project_rows (amount_fen DESC NULLS LAST, disclosure DESC, id DESC);
