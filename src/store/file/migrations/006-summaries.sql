-- 默认次序（地区、年度、部门、文档）由索引给出，列前几行不必先排全部；写法与 src/store/questions/query-view.ts 一致
CREATE INDEX disclosure_rows_order ON disclosure_rows (
  region_code IS NULL, region_code, year IS NULL, year, department_key IS NULL, department_key, document
);

-- 全国汇总：写入一份文档时加上，删去一份公开时由触发器减去；空值记作 '' 与 0，视图中还原
CREATE TABLE indicator_count_rows (
  province   TEXT    NOT NULL,
  year       INTEGER NOT NULL,
  stage      TEXT    NOT NULL,
  level1     TEXT    NOT NULL,
  level2     TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  indicators INTEGER NOT NULL,
  PRIMARY KEY (province, year, stage, level1, level2, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO indicator_count_rows
SELECT ifnull(d.province, ''), ifnull(d.year, 0), d.stage, ifnull(r.level1, ''), ifnull(r.level2, ''), r.kind, count(*)
FROM indicator_rows r JOIN disclosure_rows d ON d.id = r.disclosure
GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TABLE project_count_rows (
  province   TEXT    NOT NULL,
  year       INTEGER NOT NULL,
  stage      TEXT    NOT NULL,
  projects   INTEGER NOT NULL,
  amount_fen INTEGER NOT NULL,
  PRIMARY KEY (province, year, stage)
) STRICT, WITHOUT ROWID;
INSERT INTO project_count_rows
SELECT ifnull(d.province, ''), ifnull(d.year, 0), d.stage, count(*), ifnull(sum(r.amount_fen), 0)
FROM project_rows r JOIN disclosure_rows d ON d.id = r.disclosure
GROUP BY 1, 2, 3;

-- 先于行本身删除时触发，其指标与项目还在；外键级联删除同样触发
CREATE TRIGGER disclosure_rows_uncounted BEFORE DELETE ON disclosure_rows BEGIN
  INSERT INTO indicator_count_rows
  SELECT ifnull(old.province, ''), ifnull(old.year, 0), old.stage, ifnull(level1, ''), ifnull(level2, ''), kind, -count(*)
  FROM indicator_rows WHERE disclosure = old.id GROUP BY 4, 5, 6
  ON CONFLICT DO UPDATE SET indicators = indicators + excluded.indicators;
  DELETE FROM indicator_count_rows WHERE indicators = 0;
  INSERT INTO project_count_rows
  SELECT ifnull(old.province, ''), ifnull(old.year, 0), old.stage, -count(*), -ifnull(sum(amount_fen), 0)
  FROM project_rows WHERE disclosure = old.id GROUP BY disclosure
  ON CONFLICT DO UPDATE SET projects = projects + excluded.projects, amount_fen = amount_fen + excluded.amount_fen;
  DELETE FROM project_count_rows WHERE projects = 0;
END;

CREATE VIEW indicator_counts AS
SELECT
  nullif(province, '') AS province, nullif(year, 0) AS year, stage,
  nullif(level1, '') AS level1, nullif(level2, '') AS level2, kind, indicators
FROM indicator_count_rows;

CREATE VIEW project_counts AS
SELECT
  nullif(province, '') AS province, nullif(year, 0) AS year, stage,
  projects, amount_fen, amount_fen / 1000000.0 AS amount_wan
FROM project_count_rows;
