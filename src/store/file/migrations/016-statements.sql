-- 预算表（收支总表、支出总表、“三公”经费表……）与说明文字所述的数字
CREATE TABLE statement_rows (
  id         INTEGER PRIMARY KEY,
  disclosure INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  kind       TEXT    NOT NULL,
  title      TEXT    NOT NULL,
  page       INTEGER,
  "rows"     INTEGER NOT NULL,
  blank      INTEGER NOT NULL,
  place      TEXT    NOT NULL
) STRICT;
CREATE INDEX statement_rows_disclosure ON statement_rows (disclosure);

CREATE TABLE statement_item_rows (
  id           INTEGER PRIMARY KEY,
  disclosure   INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  statement_id INTEGER NOT NULL,
  kind         TEXT    NOT NULL,
  side         TEXT,
  code         TEXT,
  item         TEXT    NOT NULL,
  level        INTEGER,
  "column"     TEXT    NOT NULL,
  column_kind  TEXT    NOT NULL,
  amount_fen   INTEGER,
  printed      TEXT    NOT NULL,
  place        TEXT    NOT NULL
) STRICT;
CREATE INDEX statement_item_rows_disclosure ON statement_item_rows (disclosure, statement_id);

CREATE TABLE said_rows (
  id           INTEGER PRIMARY KEY,
  disclosure   INTEGER NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  subject      TEXT    NOT NULL,
  code         TEXT,
  within       TEXT,
  about_year   INTEGER,
  amount_fen   INTEGER,
  base_fen     INTEGER,
  change_fen   INTEGER,
  percent_text TEXT,
  percent      REAL,
  percent_of   TEXT,
  count        TEXT,
  sentence     TEXT    NOT NULL,
  place        TEXT    NOT NULL
) STRICT;
CREATE INDEX said_rows_disclosure ON said_rows (disclosure);

ALTER TABLE disclosure_rows ADD COLUMN statements INTEGER NOT NULL DEFAULT 0;
ALTER TABLE disclosure_rows ADD COLUMN statement_items INTEGER NOT NULL DEFAULT 0;
ALTER TABLE disclosure_rows ADD COLUMN statements_said INTEGER NOT NULL DEFAULT 0;

CREATE VIEW statements AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.kind, r.title, r.page, r."rows", r.blank, r.place
FROM statement_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW statement_items AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.statement_id, r.kind, r.side, r.code, r.item, r.level, r."column", r.column_kind,
  r.amount_fen, r.amount_fen / 1000000.0 AS amount_wan, r.printed, r.place
FROM statement_item_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW statements_said AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.subject, r.code, r.within, r.about_year, r.amount_fen, r.amount_fen / 1000000.0 AS amount,
  r.base_fen, r.base_fen / 1000000.0 AS base, r.change_fen, r.change_fen / 1000000.0 AS change,
  r.percent, r.percent_of, r.count, r.sentence, r.place
FROM said_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW current_statements AS
SELECT * FROM statements
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_statement_items AS
SELECT * FROM statement_items
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_statements_said AS
SELECT * FROM statements_said
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
