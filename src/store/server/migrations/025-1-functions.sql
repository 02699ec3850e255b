-- 库在 PostgreSQL 上的样子，与 SQLite 的第 25 版结构（src/store/file/migrations）相同：表、列、视图同名同序，由测试比较。
-- 以后的迁移在两处用同一编号。文字一律按字节排序（COLLATE "C"），与 SQLite 一致

CREATE TABLE store_version (version bigint NOT NULL);

-- SQLite 有而 PostgreSQL 没有的函数：库内的语句和研究者的 SQL 在两种库上写法相同
CREATE FUNCTION ifnull(anycompatible, anycompatible) RETURNS anycompatible
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT coalesce($1, $2)';
CREATE FUNCTION iif(boolean, anycompatible, anycompatible) RETURNS anycompatible
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT CASE WHEN $1 THEN $2 ELSE $3 END';
CREATE FUNCTION instr(text, text) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT strpos($1, $2)::bigint';
CREATE FUNCTION json_of(anyelement) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$SELECT coalesce(to_json($1)::text, 'null')$$;
CREATE FUNCTION "json_array"(text, text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$SELECT '[' || json_of($1) || ',' || json_of($2) || ']'$$;
CREATE FUNCTION "json_array"(text, bigint, text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$SELECT '[' || json_of($1) || ',' || json_of($2) || ',' || json_of($3) || ']'$$;
CREATE FUNCTION "json_array"(text, text, bigint) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$SELECT '[' || json_of($1) || ',' || json_of($2) || ',' || json_of($3) || ']'$$;
CREATE FUNCTION "json_array"(text, text, text, text, text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '[' || json_of($1) || ',' || json_of($2) || ',' || json_of($3) || ',' || json_of($4) || ',' || json_of($5) || ']'$$;
CREATE FUNCTION json_each(text) RETURNS TABLE (key text, value text)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 100 AS $$
  SELECT (ordinality - 1)::text, value FROM json_array_elements_text($1::json) WITH ORDINALITY$$;
CREATE FUNCTION json_at(text, text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT $1::json ->> $2';
CREATE FUNCTION json_at(text, integer) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT $1::json ->> $2';
CREATE OPERATOR ->> (LEFTARG = text, RIGHTARG = text, FUNCTION = json_at);
CREATE OPERATOR ->> (LEFTARG = text, RIGHTARG = integer, FUNCTION = json_at);
