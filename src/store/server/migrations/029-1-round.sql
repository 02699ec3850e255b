-- SQLite 的 round 也带小数位数取浮点数
CREATE FUNCTION round(double precision, bigint) RETURNS double precision
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT pg_catalog.round($1::numeric, $2::integer)::double precision';
