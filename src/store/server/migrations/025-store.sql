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

CREATE TABLE document_rows (
  number           bigint PRIMARY KEY,
  sha256           text COLLATE "C" NOT NULL UNIQUE,
  path             text COLLATE "C" NOT NULL,
  bytes            bigint NOT NULL,
  format           text COLLATE "C" NOT NULL,
  reader_version   text COLLATE "C" NOT NULL,
  outcome          text COLLATE "C" NOT NULL,
  reason           text COLLATE "C",
  title            text COLLATE "C",
  url              text COLLATE "C",
  published        text COLLATE "C",
  province         text COLLATE "C",
  city             text COLLATE "C",
  region           text COLLATE "C",
  region_code      text COLLATE "C",
  year             bigint,
  stage            text COLLATE "C",
  department       text COLLATE "C",
  department_key   text COLLATE "C",
  forms            bigint NOT NULL,
  cells            bigint NOT NULL,
  set_aside_cells  bigint NOT NULL,
  unclaimed_cells  bigint NOT NULL,
  unresolved       text COLLATE "C",
  superseded_by    text COLLATE "C",
  tried_version    text COLLATE "C" NOT NULL DEFAULT '',
  hints            text COLLATE "C",
  printed_date     text COLLATE "C",
  unread_rows      bigint NOT NULL DEFAULT 0,
  unread_cells     bigint NOT NULL DEFAULT 0,
  pictures         text COLLATE "C",
  recognized_pages bigint NOT NULL DEFAULT 0
);

CREATE TABLE document_paths (
  sha256      text COLLATE "C" NOT NULL REFERENCES document_rows (sha256) ON DELETE CASCADE,
  path        text COLLATE "C" NOT NULL,
  url         text COLLATE "C",
  published   text COLLATE "C",
  shown       text COLLATE "C" NOT NULL DEFAULT '',
  replaced_by text COLLATE "C",
  PRIMARY KEY (sha256, path)
);

CREATE TABLE document_blobs (
  number  bigint PRIMARY KEY REFERENCES document_rows (number) ON UPDATE CASCADE ON DELETE CASCADE,
  reading bytea NOT NULL,
  grids   bytea NOT NULL
);

CREATE TABLE diagnostic_rows (
  sha256  text COLLATE "C" NOT NULL REFERENCES document_rows (sha256) ON DELETE CASCADE,
  ordinal bigint NOT NULL,
  code    text COLLATE "C" NOT NULL,
  message text COLLATE "C" NOT NULL,
  place   text COLLATE "C",
  PRIMARY KEY (sha256, ordinal)
);

CREATE TABLE assignment_rows (
  sha256          text COLLATE "C" PRIMARY KEY,
  province        text COLLATE "C",
  city            text COLLATE "C",
  region          text COLLATE "C",
  region_code     text COLLATE "C",
  year            bigint,
  department      text COLLATE "C",
  department_code text COLLATE "C",
  department_key  text COLLATE "C"
);

CREATE TABLE disclosure_rows (
  id              bigint PRIMARY KEY,
  document        bigint NOT NULL REFERENCES document_rows (number) ON DELETE CASCADE,
  ordinal         bigint NOT NULL,
  province        text COLLATE "C",
  city            text COLLATE "C",
  region          text COLLATE "C",
  region_code     text COLLATE "C",
  year            bigint,
  stage           text COLLATE "C" NOT NULL,
  department      text COLLATE "C",
  department_code text COLLATE "C",
  department_key  text COLLATE "C",
  budgets         bigint NOT NULL DEFAULT 0,
  projects        bigint NOT NULL DEFAULT 0,
  indicators      bigint NOT NULL DEFAULT 0,
  costs           bigint NOT NULL DEFAULT 0,
  plans           bigint NOT NULL DEFAULT 0,
  work_plan       bigint NOT NULL DEFAULT 0,
  texts           bigint NOT NULL DEFAULT 0,
  cells           bigint NOT NULL DEFAULT 0,
  project_fen     bigint NOT NULL DEFAULT 0,
  statements      bigint NOT NULL DEFAULT 0,
  statement_items bigint NOT NULL DEFAULT 0,
  statements_said bigint NOT NULL DEFAULT 0,
  execution       bigint NOT NULL DEFAULT 0,
  scores          bigint NOT NULL DEFAULT 0,
  UNIQUE (document, ordinal)
);

CREATE TABLE project_rows (
  id              bigint PRIMARY KEY,
  disclosure      bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  project         text COLLATE "C" NOT NULL,
  project_printed text COLLATE "C" NOT NULL,
  project_code    text COLLATE "C",
  parent          text COLLATE "C",
  direction       text COLLATE "C",
  agency          text COLLATE "C",
  attribute       text COLLATE "C",
  amount_fen      bigint,
  period          text COLLATE "C",
  annual_goal     text COLLATE "C",
  period_goal     text COLLATE "C",
  purpose         text COLLATE "C",
  has_form        bigint NOT NULL,
  state           text COLLATE "C" NOT NULL,
  place           text COLLATE "C"
);

CREATE TABLE budget_rows (
  id         bigint PRIMARY KEY,
  disclosure bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  project_id bigint,
  axis       text COLLATE "C" NOT NULL,
  category   text COLLATE "C" NOT NULL,
  horizon    text COLLATE "C" NOT NULL,
  scope      text COLLATE "C" NOT NULL,
  amount_fen bigint,
  printed    text COLLATE "C" NOT NULL,
  place      text COLLATE "C" NOT NULL
);

CREATE TABLE indicator_rows (
  id                   bigint PRIMARY KEY,
  disclosure           bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  project_id           bigint,
  level1               text COLLATE "C",
  level2               text COLLATE "C",
  level1_printed       text COLLATE "C",
  level2_printed       text COLLATE "C",
  name                 text COLLATE "C" NOT NULL,
  name_printed         text COLLATE "C" NOT NULL,
  description          text COLLATE "C",
  target               text COLLATE "C",
  horizon              text COLLATE "C" NOT NULL,
  kind                 text COLLATE "C" NOT NULL,
  operator             text COLLATE "C",
  value                text COLLATE "C",
  unit                 text COLLATE "C",
  quantity_text        text COLLATE "C",
  quantity             double precision,
  measure              text COLLATE "C",
  standard             text COLLATE "C",
  target_basis         text COLLATE "C",
  weight_text          text COLLATE "C",
  weight               double precision,
  actual               text COLLATE "C",
  score_text           text COLLATE "C",
  score                double precision,
  place                text COLLATE "C" NOT NULL,
  actual_kind          text COLLATE "C",
  actual_quantity_text text COLLATE "C",
  actual_quantity      double precision,
  actual_measure       text COLLATE "C",
  deviation            text COLLATE "C"
);

CREATE TABLE cost_rows (
  id          bigint PRIMARY KEY,
  disclosure  bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  project_id  bigint,
  category    text COLLATE "C",
  item        text COLLATE "C",
  amount_fen  bigint,
  calculation text COLLATE "C",
  result      text COLLATE "C",
  place       text COLLATE "C"
);

CREATE TABLE plan_rows (
  disclosure bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  ordinal    bigint NOT NULL,
  project_id bigint,
  step       text COLLATE "C" NOT NULL,
  share_text text COLLATE "C",
  share      double precision,
  place      text COLLATE "C" NOT NULL,
  PRIMARY KEY (disclosure, ordinal)
);

CREATE TABLE work_plan_rows (
  id         bigint PRIMARY KEY,
  disclosure bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  item       text COLLATE "C" NOT NULL,
  office     text COLLATE "C",
  goal       text COLLATE "C",
  place      text COLLATE "C",
  amount_fen bigint,
  amounts    text COLLATE "C",
  actual     text COLLATE "C",
  deviation  text COLLATE "C"
);

CREATE TABLE text_rows (
  disclosure bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  ordinal    bigint NOT NULL,
  project_id bigint,
  kind       text COLLATE "C" NOT NULL,
  heading    text COLLATE "C",
  text       text COLLATE "C" NOT NULL,
  place      text COLLATE "C" NOT NULL,
  PRIMARY KEY (disclosure, ordinal)
);

CREATE TABLE cell_rows (
  disclosure bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  ordinal    bigint NOT NULL,
  table_no   bigint NOT NULL,
  row_no     bigint NOT NULL,
  column_no  bigint NOT NULL,
  row_span   bigint NOT NULL,
  col_span   bigint NOT NULL,
  text       text COLLATE "C" NOT NULL,
  status     text COLLATE "C" NOT NULL,
  field      text COLLATE "C",
  reason     text COLLATE "C",
  place      text COLLATE "C" NOT NULL,
  confidence double precision,
  reading    text COLLATE "C",
  PRIMARY KEY (disclosure, ordinal)
);

CREATE TABLE run_rows (
  id        bigint PRIMARY KEY,
  at        text COLLATE "C" NOT NULL,
  scope     text COLLATE "C" NOT NULL,
  documents bigint NOT NULL
);

CREATE TABLE run_rule_rows (
  run            bigint NOT NULL REFERENCES run_rows (id) ON DELETE CASCADE,
  rule           text COLLATE "C" NOT NULL,
  pass           bigint NOT NULL,
  fail           bigint NOT NULL,
  review         bigint NOT NULL,
  not_applicable bigint NOT NULL,
  not_evaluated  bigint NOT NULL,
  reasons        text COLLATE "C" NOT NULL,
  fresh          bigint NOT NULL,
  unchanged      bigint NOT NULL,
  resolved       bigint NOT NULL,
  PRIMARY KEY (run, rule)
);

CREATE TABLE review_rows (
  fingerprint text COLLATE "C" PRIMARY KEY,
  state       text COLLATE "C" NOT NULL CHECK (state IN ('open', 'confirmed', 'explained', 'dismissed')),
  comment     text COLLATE "C",
  who         text COLLATE "C" NOT NULL,
  at          text COLLATE "C" NOT NULL
);

CREATE TABLE archive_rows (
  sha256 text COLLATE "C" NOT NULL,
  path   text COLLATE "C" NOT NULL,
  member text COLLATE "C" NOT NULL,
  PRIMARY KEY (sha256, path)
);

CREATE TABLE indicator_count_rows (
  province   text COLLATE "C" NOT NULL,
  year       bigint NOT NULL,
  stage      text COLLATE "C" NOT NULL,
  level1     text COLLATE "C" NOT NULL,
  level2     text COLLATE "C" NOT NULL,
  kind       text COLLATE "C" NOT NULL,
  indicators bigint NOT NULL,
  PRIMARY KEY (province, year, stage, level1, level2, kind)
);

CREATE TABLE project_count_rows (
  province   text COLLATE "C" NOT NULL,
  year       bigint NOT NULL,
  stage      text COLLATE "C" NOT NULL,
  projects   bigint NOT NULL,
  amount_fen bigint NOT NULL,
  PRIMARY KEY (province, year, stage)
);

CREATE TABLE indicator_group_rows (
  disclosure bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  level1     text COLLATE "C" NOT NULL,
  level2     text COLLATE "C" NOT NULL,
  kind       text COLLATE "C" NOT NULL,
  indicators bigint NOT NULL,
  PRIMARY KEY (disclosure, level1, level2, kind)
);

CREATE TABLE finding_rows (
  run            bigint NOT NULL REFERENCES run_rows (id) ON DELETE CASCADE,
  id             bigint NOT NULL,
  fingerprint    text COLLATE "C" NOT NULL,
  occurrence     bigint NOT NULL,
  open           bigint NOT NULL,
  state          text COLLATE "C" NOT NULL CHECK (state IN ('new', 'unchanged')),
  sha256         text COLLATE "C" NOT NULL,
  disclosure     bigint NOT NULL,
  rule           text COLLATE "C" NOT NULL,
  rule_version   bigint NOT NULL,
  severity       text COLLATE "C" NOT NULL,
  verdict        text COLLATE "C" NOT NULL,
  project        text COLLATE "C",
  message        text COLLATE "C" NOT NULL,
  reported       text COLLATE "C",
  expected       text COLLATE "C",
  difference_fen bigint,
  formula        text COLLATE "C",
  quote          text COLLATE "C",
  place          text COLLATE "C",
  data           text COLLATE "C" NOT NULL,
  last_run       bigint NOT NULL DEFAULT 0,
  settled        bigint NOT NULL DEFAULT 0,
  reader         text COLLATE "C",
  matter         text COLLATE "C",
  PRIMARY KEY (run, id)
);

CREATE TABLE finding_subject_rows (
  sha256         text COLLATE "C" NOT NULL,
  disclosure     bigint NOT NULL,
  document       bigint,
  province       text COLLATE "C",
  city           text COLLATE "C",
  region         text COLLATE "C",
  region_code    text COLLATE "C",
  year           bigint,
  stage          text COLLATE "C",
  department     text COLLATE "C",
  department_key text COLLATE "C",
  error          bigint NOT NULL,
  warning        bigint NOT NULL,
  note           bigint NOT NULL,
  PRIMARY KEY (sha256, disclosure)
);

CREATE TABLE finding_group_rows (
  sha256     text COLLATE "C" NOT NULL,
  disclosure bigint NOT NULL,
  rule       text COLLATE "C" NOT NULL,
  severity   text COLLATE "C" NOT NULL,
  verdict    text COLLATE "C" NOT NULL,
  state      text COLLATE "C" NOT NULL,
  findings   bigint NOT NULL,
  PRIMARY KEY (sha256, disclosure, rule, severity, verdict, state),
  FOREIGN KEY (sha256, disclosure) REFERENCES finding_subject_rows (sha256, disclosure)
);

CREATE TABLE finding_count_rows (
  province text COLLATE "C" NOT NULL,
  year     bigint NOT NULL,
  stage    text COLLATE "C" NOT NULL,
  rule     text COLLATE "C" NOT NULL,
  severity text COLLATE "C" NOT NULL,
  verdict  text COLLATE "C" NOT NULL,
  state    text COLLATE "C" NOT NULL,
  findings bigint NOT NULL,
  PRIMARY KEY (province, year, stage, rule, severity, verdict, state)
);

CREATE TABLE import_rows (
  id            bigint PRIMARY KEY,
  kind          text COLLATE "C" NOT NULL CHECK (kind IN ('paths', 'upload', 'retry', 'refresh')),
  given         text COLLATE "C" NOT NULL,
  given_count   bigint NOT NULL,
  started       text COLLATE "C" NOT NULL,
  ended         text COLLATE "C",
  result        text COLLATE "C",
  failure_count bigint NOT NULL DEFAULT 0,
  error         text COLLATE "C"
);

CREATE TABLE finding_list_rows (
  id          bigint PRIMARY KEY,
  run         bigint NOT NULL,
  fingerprint text COLLATE "C" NOT NULL,
  reported    bigint NOT NULL,
  gravity     bigint NOT NULL,
  stake_fen   bigint NOT NULL,
  rule        text COLLATE "C" NOT NULL,
  sha256      text COLLATE "C" NOT NULL,
  disclosure  bigint NOT NULL,
  project     text COLLATE "C",
  message     text COLLATE "C" NOT NULL,
  answer      text COLLATE "C"
);

CREATE TABLE unread_cell_rows (
  document   bigint NOT NULL REFERENCES document_rows (number) ON UPDATE CASCADE ON DELETE CASCADE,
  ordinal    bigint NOT NULL,
  table_no   bigint NOT NULL,
  row_no     bigint NOT NULL,
  column_no  bigint NOT NULL,
  row_span   bigint NOT NULL,
  col_span   bigint NOT NULL,
  text       text COLLATE "C" NOT NULL,
  place      text COLLATE "C" NOT NULL,
  confidence double precision,
  reading    text COLLATE "C",
  PRIMARY KEY (document, ordinal)
);

CREATE TABLE reading_paths (
  sha256 text COLLATE "C" PRIMARY KEY REFERENCES document_rows (sha256) ON DELETE CASCADE,
  path   text COLLATE "C" NOT NULL
);

CREATE TABLE checked_rows (
  run     bigint PRIMARY KEY REFERENCES run_rows (id) ON DELETE CASCADE,
  changes bigint NOT NULL,
  rules   text COLLATE "C" NOT NULL
);

CREATE TABLE change_rows (
  id      bigint PRIMARY KEY CHECK (id = 1),
  changes bigint NOT NULL
);

CREATE TABLE audited_rows (
  sha256     text COLLATE "C" NOT NULL,
  disclosure bigint NOT NULL,
  run        bigint NOT NULL,
  data       text COLLATE "C" NOT NULL,
  PRIMARY KEY (sha256, disclosure)
);

CREATE TABLE former_fingerprint_rows (
  former      text COLLATE "C" PRIMARY KEY,
  fingerprint text COLLATE "C" NOT NULL
);

CREATE TABLE path_imports (
  sha256 text COLLATE "C" NOT NULL REFERENCES document_rows (sha256) ON DELETE CASCADE,
  path   text COLLATE "C" NOT NULL,
  import bigint NOT NULL,
  PRIMARY KEY (sha256, path)
);

CREATE TABLE statement_rows (
  id         bigint PRIMARY KEY,
  disclosure bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  kind       text COLLATE "C" NOT NULL,
  title      text COLLATE "C" NOT NULL,
  page       bigint,
  "rows"     bigint NOT NULL,
  blank      bigint NOT NULL,
  place      text COLLATE "C" NOT NULL
);

CREATE TABLE statement_item_rows (
  id           bigint PRIMARY KEY,
  disclosure   bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  statement_id bigint NOT NULL,
  kind         text COLLATE "C" NOT NULL,
  side         text COLLATE "C",
  code         text COLLATE "C",
  item         text COLLATE "C" NOT NULL,
  level        bigint,
  "column"     text COLLATE "C" NOT NULL,
  column_kind  text COLLATE "C" NOT NULL,
  amount_fen   bigint,
  printed      text COLLATE "C" NOT NULL,
  place        text COLLATE "C" NOT NULL
);

CREATE TABLE said_rows (
  id           bigint PRIMARY KEY,
  disclosure   bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  subject      text COLLATE "C" NOT NULL,
  code         text COLLATE "C",
  within       text COLLATE "C",
  about_year   bigint,
  amount_fen   bigint,
  base_fen     bigint,
  change_fen   bigint,
  percent_text text COLLATE "C",
  percent      double precision,
  percent_of   text COLLATE "C",
  count        text COLLATE "C",
  sentence     text COLLATE "C" NOT NULL,
  place        text COLLATE "C" NOT NULL
);

CREATE TABLE correction_rows (
  sha256  text COLLATE "C" NOT NULL,
  place   text COLLATE "C" NOT NULL,
  text    text COLLATE "C" NOT NULL,
  reading text COLLATE "C" NOT NULL,
  at      text COLLATE "C" NOT NULL,
  PRIMARY KEY (sha256, place)
);

CREATE TABLE execution_rows (
  disclosure  bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  ordinal     bigint NOT NULL,
  project_id  bigint,
  category    text COLLATE "C" NOT NULL,
  initial_fen bigint,
  budget_fen  bigint,
  spent_fen   bigint,
  weight_text text COLLATE "C",
  weight      double precision,
  rate_text   text COLLATE "C",
  rate        double precision,
  score_text  text COLLATE "C",
  score       double precision,
  place       text COLLATE "C",
  PRIMARY KEY (disclosure, ordinal)
);

CREATE TABLE score_rows (
  disclosure  bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  ordinal     bigint NOT NULL,
  project_id  bigint,
  weight_text text COLLATE "C",
  weight      double precision,
  score_text  text COLLATE "C",
  score       double precision,
  rate_text   text COLLATE "C",
  rate        double precision,
  grade       text COLLATE "C",
  place       text COLLATE "C",
  PRIMARY KEY (disclosure, ordinal)
);

CREATE TABLE unwritten_rows (
  document bigint PRIMARY KEY REFERENCES document_rows (number) ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE TABLE project_link_rows (
  before_disclosure bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  after_disclosure  bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  before_id         bigint NOT NULL,
  after_id          bigint NOT NULL,
  step              text COLLATE "C" NOT NULL,
  relation          text COLLATE "C" NOT NULL,
  ground            text COLLATE "C" NOT NULL,
  likeness          double precision NOT NULL,
  doubtful          bigint NOT NULL,
  PRIMARY KEY (before_disclosure, after_disclosure, before_id, after_id)
);

CREATE TABLE indicator_link_rows (
  before_disclosure bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  after_disclosure  bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  before_id         bigint NOT NULL,
  after_id          bigint NOT NULL,
  step              text COLLATE "C" NOT NULL,
  relation          text COLLATE "C" NOT NULL,
  likeness          double precision,
  doubtful          bigint NOT NULL,
  PRIMARY KEY (before_disclosure, after_disclosure, before_id, after_id)
);

CREATE TABLE outcome_rows (
  disclosure          bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  promised_id         bigint NOT NULL,
  adjusted_id         bigint,
  reported_id         bigint,
  next_id             bigint,
  reported_project_id bigint,
  self_evaluation     text COLLATE "C" NOT NULL,
  status              text COLLATE "C" NOT NULL,
  kept                text COLLATE "C",
  doubtful            bigint NOT NULL,
  halfway_id          bigint,
  PRIMARY KEY (disclosure, promised_id)
);

CREATE TABLE outcome_group_rows (
  disclosure      bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  self_evaluation text COLLATE "C" NOT NULL,
  status          text COLLATE "C" NOT NULL,
  kept            text COLLATE "C" NOT NULL,
  outcomes        bigint NOT NULL,
  PRIMARY KEY (disclosure, self_evaluation, status, kept)
);

CREATE TABLE link_decision_rows (
  sha256        text COLLATE "C" NOT NULL,
  project       text COLLATE "C" NOT NULL,
  other_sha256  text COLLATE "C" NOT NULL,
  other_project text COLLATE "C" NOT NULL,
  same          bigint NOT NULL,
  PRIMARY KEY (sha256, project, other_sha256, other_project)
);

CREATE TABLE unlinked_rows (
  subject text COLLATE "C" PRIMARY KEY
);

CREATE TABLE saved_question_rows (
  name  text COLLATE "C" PRIMARY KEY,
  sql   text COLLATE "C" NOT NULL,
  about text COLLATE "C",
  at    text COLLATE "C" NOT NULL
);

CREATE TABLE answer_rows (
  batch          bigint NOT NULL,
  fingerprint    text COLLATE "C" NOT NULL,
  state          text COLLATE "C" NOT NULL,
  comment        text COLLATE "C",
  who            text COLLATE "C" NOT NULL,
  at             text COLLATE "C" NOT NULL,
  former_state   text COLLATE "C",
  former_comment text COLLATE "C",
  former_who     text COLLATE "C",
  former_at      text COLLATE "C",
  undone         bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (batch, fingerprint)
);

CREATE TABLE name_decision_rows (
  id          bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  kind        text COLLATE "C" NOT NULL,
  place       text COLLATE "C" NOT NULL,
  province    text COLLATE "C",
  city        text COLLATE "C",
  region      text COLLATE "C" NOT NULL,
  region_code text COLLATE "C",
  department  text COLLATE "C",
  year        bigint,
  stage       text COLLATE "C",
  name        text COLLATE "C" NOT NULL,
  name_key    text COLLATE "C" NOT NULL,
  other       text COLLATE "C" NOT NULL,
  other_key   text COLLATE "C" NOT NULL,
  same        bigint NOT NULL,
  who         text COLLATE "C",
  at          text COLLATE "C" NOT NULL
);

CREATE TABLE repair_rows (
  id    bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  who   text COLLATE "C",
  at    text COLLATE "C" NOT NULL,
  given text COLLATE "C" NOT NULL
);

CREATE TABLE repaired_rows (
  sha256 text COLLATE "C" NOT NULL,
  repair bigint NOT NULL REFERENCES repair_rows (id) ON DELETE CASCADE,
  before text COLLATE "C",
  PRIMARY KEY (sha256, repair)
);

CREATE INDEX document_rows_outcome ON document_rows (outcome);
CREATE INDEX document_rows_superseded ON document_rows (number) WHERE superseded_by IS NOT NULL;
CREATE INDEX document_paths_path ON document_paths (path);
CREATE INDEX diagnostic_rows_code ON diagnostic_rows (code);
CREATE INDEX disclosure_rows_region ON disclosure_rows (region_code, year);
CREATE INDEX disclosure_rows_key ON disclosure_rows (department_key, year);
CREATE INDEX project_rows_disclosure ON project_rows (disclosure);
CREATE INDEX budget_rows_disclosure ON budget_rows (disclosure);
CREATE INDEX indicator_rows_disclosure ON indicator_rows (disclosure);
CREATE INDEX indicator_rows_project ON indicator_rows (project_id);
CREATE INDEX cost_rows_disclosure ON cost_rows (disclosure);
CREATE INDEX cost_rows_project ON cost_rows (project_id);
CREATE INDEX work_plan_rows_disclosure ON work_plan_rows (disclosure);
CREATE INDEX disclosure_rows_order ON disclosure_rows ((region_code IS NULL), region_code, (year IS NULL), year, (department_key IS NULL), department_key, document);
CREATE INDEX finding_rows_fingerprint ON finding_rows (fingerprint, occurrence);
CREATE INDEX finding_rows_open ON finding_rows (fingerprint) WHERE open = 1;
CREATE INDEX finding_rows_rule ON finding_rows (run, rule);
CREATE INDEX finding_subject_rows_order ON finding_subject_rows ((region_code IS NULL), region_code, (year IS NULL), year, (department_key IS NULL), department_key, document);
CREATE INDEX finding_group_rows_rule ON finding_group_rows (rule);
CREATE INDEX project_rows_amount ON project_rows (amount_fen, disclosure);
CREATE INDEX project_rows_name ON project_rows (project, disclosure);
CREATE INDEX indicator_rows_name ON indicator_rows (name, disclosure);
CREATE INDEX indicator_rows_quantity ON indicator_rows (quantity, disclosure);
CREATE INDEX finding_list_order ON finding_list_rows (reported, gravity, stake_fen DESC, rule, fingerprint, id, answer, sha256, disclosure);
CREATE INDEX finding_list_rule ON finding_list_rows (reported, rule, gravity, answer);
CREATE INDEX finding_list_subject ON finding_list_rows (sha256, disclosure, reported, rule, gravity, answer);
CREATE INDEX finding_list_fingerprint ON finding_list_rows (fingerprint);
CREATE INDEX finding_rows_subject ON finding_rows (sha256, disclosure) WHERE open = 1 AND settled = 0;
CREATE INDEX finding_rows_matter ON finding_rows (matter) WHERE open = 1;
CREATE INDEX finding_rows_former ON finding_rows (sha256) WHERE matter IS NULL;
CREATE INDEX statement_rows_disclosure ON statement_rows (disclosure);
CREATE INDEX statement_item_rows_disclosure ON statement_item_rows (disclosure, statement_id);
CREATE INDEX said_rows_disclosure ON said_rows (disclosure);
CREATE INDEX project_link_rows_after ON project_link_rows (after_disclosure);
CREATE INDEX indicator_link_rows_after ON indicator_link_rows (after_disclosure);
CREATE INDEX disclosure_rows_department ON disclosure_rows ((coalesce(department_key, department)), region_code);
CREATE INDEX disclosure_rows_central ON disclosure_rows (department) WHERE region IS NULL;
CREATE INDEX statement_item_rows_kind ON statement_item_rows (kind, disclosure);
CREATE INDEX answer_rows_fingerprint ON answer_rows (fingerprint);
CREATE INDEX name_decision_rows_place ON name_decision_rows (place);
CREATE INDEX repaired_rows_repair ON repaired_rows (repair);

INSERT INTO change_rows VALUES (1, 0);

-- 全文检索：name、body 是按相邻两字切分的词，以空格隔开（src/store/derived/search-words.ts）；rowid = 行编号 × 8 + 种类
CREATE TABLE search_index (
  rowid bigint PRIMARY KEY,
  name  text COLLATE "C" NOT NULL,
  body  text COLLATE "C" NOT NULL,
  words tsvector NOT NULL GENERATED ALWAYS AS (
    array_to_tsvector(array_remove(string_to_array(name || ' ' || body, ' '), ''))) STORED,
  size  bigint NOT NULL GENERATED ALWAYS AS (
    cardinality(array_remove(string_to_array(name || ' ' || body, ' '), ''))) STORED
);
CREATE INDEX search_index_words ON search_index USING gin (words);

-- 检索条目与词的总数，计算相关度用
CREATE TABLE search_size (entries bigint NOT NULL, words bigint NOT NULL);
INSERT INTO search_size VALUES (0, 0);


CREATE FUNCTION count_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE search_size SET entries = entries + n, words = words + w
    FROM (SELECT count(*) AS n, coalesce(sum(size), 0) AS w FROM changed) c WHERE n > 0;
  ELSE
    UPDATE search_size SET entries = entries - n, words = words - w
    FROM (SELECT count(*) AS n, coalesce(sum(size), 0) AS w FROM changed) c WHERE n > 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_index_added AFTER INSERT ON search_index
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_search();
CREATE TRIGGER search_index_deleted AFTER DELETE ON search_index
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_search();

-- 文档离开它的编号时，那里的检索条目一并删去
CREATE FUNCTION forget_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.number << 20 AND (old.number << 20) + 1048575;
  RETURN NULL;
END $$;
CREATE TRIGGER search_index_removed AFTER DELETE ON document_rows FOR EACH ROW EXECUTE FUNCTION forget_search();
CREATE TRIGGER search_index_moved AFTER UPDATE OF number ON document_rows FOR EACH ROW
  WHEN (old.number <> new.number) EXECUTE FUNCTION forget_search();

CREATE FUNCTION uncount_disclosure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO indicator_count_rows AS c
  SELECT coalesce(old.province, ''), coalesce(old.year, 0), old.stage, level1, level2, kind, -indicators
  FROM indicator_group_rows WHERE disclosure = old.id
  ON CONFLICT (province, year, stage, level1, level2, kind) DO UPDATE SET indicators = c.indicators + excluded.indicators;
  DELETE FROM indicator_count_rows c WHERE c.indicators = 0
    AND c.province = coalesce(old.province, '') AND c.year = coalesce(old.year, 0) AND c.stage = old.stage;
  INSERT INTO project_count_rows AS c
  SELECT coalesce(old.province, ''), coalesce(old.year, 0), old.stage, -old.projects, -old.project_fen
  WHERE old.projects > 0
  ON CONFLICT (province, year, stage) DO UPDATE
    SET projects = c.projects + excluded.projects, amount_fen = c.amount_fen + excluded.amount_fen;
  DELETE FROM project_count_rows c WHERE c.projects = 0
    AND c.province = coalesce(old.province, '') AND c.year = coalesce(old.year, 0) AND c.stage = old.stage;
  RETURN old;
END $$;
CREATE TRIGGER disclosure_rows_uncounted BEFORE DELETE ON disclosure_rows FOR EACH ROW EXECUTE FUNCTION uncount_disclosure();

CREATE FUNCTION count_finding_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO finding_count_rows AS c
  SELECT coalesce(s.province, ''), coalesce(s.year, 0), coalesce(s.stage, ''), new.rule, new.severity, new.verdict, new.state,
    new.findings
  FROM finding_subject_rows s WHERE s.sha256 = new.sha256 AND s.disclosure = new.disclosure
  ON CONFLICT (province, year, stage, rule, severity, verdict, state) DO UPDATE SET findings = c.findings + excluded.findings;
  RETURN NULL;
END $$;
CREATE TRIGGER finding_group_rows_added AFTER INSERT ON finding_group_rows FOR EACH ROW EXECUTE FUNCTION count_finding_group();

CREATE FUNCTION uncount_finding_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO finding_count_rows AS c
  SELECT coalesce(s.province, ''), coalesce(s.year, 0), coalesce(s.stage, ''), old.rule, old.severity, old.verdict, old.state,
    -old.findings
  FROM finding_subject_rows s WHERE s.sha256 = old.sha256 AND s.disclosure = old.disclosure
  ON CONFLICT (province, year, stage, rule, severity, verdict, state) DO UPDATE SET findings = c.findings + excluded.findings;
  DELETE FROM finding_count_rows WHERE findings = 0 AND rule = old.rule AND severity = old.severity
    AND verdict = old.verdict AND state = old.state AND (province, year, stage) = (
      SELECT coalesce(s.province, ''), coalesce(s.year, 0), coalesce(s.stage, '')
      FROM finding_subject_rows s WHERE s.sha256 = old.sha256 AND s.disclosure = old.disclosure);
  RETURN old;
END $$;
CREATE TRIGGER finding_group_rows_removed BEFORE DELETE ON finding_group_rows FOR EACH ROW EXECUTE FUNCTION uncount_finding_group();

-- 改动的次数：核查凭它知道有没有新的
CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE change_rows SET changes = changes + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER document_rows_changed AFTER INSERT OR UPDATE OR DELETE ON document_rows FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE TRIGGER disclosure_rows_changed AFTER UPDATE ON disclosure_rows FOR EACH ROW EXECUTE FUNCTION note_change();

-- 有变动的部门要重新对应
CREATE FUNCTION unlink_department(d disclosure_rows) RETURNS void LANGUAGE sql AS $$
  INSERT INTO unlinked_rows
  SELECT "json_array"(d.province, d.city, d.region, d.region_code,
      CASE WHEN d.region IS NULL THEN d.department ELSE coalesce(d.department_key, d.department) END)
  WHERE d.department IS NOT NULL AND (d.region IS NOT NULL OR d.department ~ '^(国家|中央|中国|全国|最高)')
  ON CONFLICT DO NOTHING
$$;
CREATE FUNCTION unlink_disclosure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unlink_department(CASE WHEN TG_OP = 'DELETE' THEN old ELSE new END);
  RETURN NULL;
END $$;
CREATE TRIGGER disclosure_rows_to_link AFTER INSERT OR DELETE ON disclosure_rows FOR EACH ROW EXECUTE FUNCTION unlink_disclosure();
CREATE FUNCTION unlink_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unlink_department(d) FROM disclosure_rows d WHERE d.document = new.number;
  RETURN NULL;
END $$;
CREATE TRIGGER document_rows_superseded_to_link AFTER UPDATE OF superseded_by ON document_rows FOR EACH ROW
  WHEN (new.superseded_by IS DISTINCT FROM old.superseded_by) EXECUTE FUNCTION unlink_document();

-- 对外的视图。行没有编号的，另有 …_in_order：多一列 tie，说明同一文档的行谁先谁后，与 SQLite 一致

CREATE VIEW texts_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.kind, r.heading, r.text, r.place,
  ARRAY[r.disclosure, r.ordinal] AS tie
FROM text_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;
CREATE VIEW texts AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, kind, heading, text,
  place
FROM texts_in_order;

CREATE VIEW diagnostics_in_order AS
SELECT
  d.number AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.code, r.message, r.place,
  ARRAY[r.ordinal] AS tie
FROM diagnostic_rows r
JOIN document_rows d ON d.sha256 = r.sha256;
CREATE VIEW diagnostics AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, code, message, place
FROM diagnostics_in_order;

CREATE VIEW finding_runs AS
SELECT
  r.id AS run_id, r.at, r.scope, r.documents,
  c.rule, c.fail, c.review, c.pass, c.not_applicable, c.not_evaluated, c.reasons,
  c.fresh AS new, c.unchanged, c.resolved
FROM run_rows r
LEFT JOIN run_rule_rows c ON c.run = r.id;

CREATE VIEW indicator_counts AS
SELECT
  nullif(province, '') AS province, nullif(year, 0) AS year, stage,
  nullif(level1, '') AS level1, nullif(level2, '') AS level2, kind, indicators
FROM indicator_count_rows;

CREATE VIEW project_counts AS
SELECT
  nullif(province, '') AS province, nullif(year, 0) AS year, stage,
  projects, amount_fen, amount_fen / 1000000.0::double precision AS amount_wan
FROM project_count_rows;

CREATE VIEW budgets AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.axis, r.category, r.horizon, r.scope,
  r.amount_fen, r.amount_fen / 1000000.0::double precision AS amount_wan, r.printed, r.place
FROM budget_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;

CREATE VIEW projects AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  NULLIF(r.project, '') AS project, r.project_printed, r.project_code, r.parent, r.direction, r.agency, r.attribute,
  r.amount_fen, r.amount_fen / 1000000.0::double precision AS amount_wan, r.period, r.annual_goal, r.period_goal, r.purpose,
  r.has_form, r.state, r.place
FROM project_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW costs AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.category, r.item,
  r.amount_fen, r.amount_fen / 1000000.0::double precision AS amount_wan, r.calculation, r.result, r.place
FROM cost_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;

CREATE VIEW plans_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.step, r.share, r.place,
  ARRAY[r.disclosure, r.ordinal] AS tie
FROM plan_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;
CREATE VIEW plans AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, project_id, project,
  step, share, place
FROM plans_in_order;

CREATE VIEW finding_counts AS
SELECT
  nullif(province, '') AS province, nullif(year, 0) AS year, nullif(stage, '') AS stage,
  rule, severity, verdict, state, findings
FROM finding_count_rows;

CREATE VIEW findings AS
SELECT
  r.id, o.number AS document_id,
  CASE WHEN d.id IS NULL THEN o.province ELSE d.province END AS province,
  CASE WHEN d.id IS NULL THEN o.city ELSE d.city END AS city,
  CASE WHEN d.id IS NULL THEN o.region ELSE d.region END AS region,
  CASE WHEN d.id IS NULL THEN o.region_code ELSE d.region_code END AS region_code,
  CASE WHEN d.id IS NULL THEN o.year ELSE d.year END AS year,
  CASE WHEN d.id IS NULL THEN o.stage ELSE d.stage END AS stage,
  CASE WHEN d.id IS NULL THEN o.department ELSE d.department END AS department,
  CASE WHEN d.id IS NULL THEN o.department_key ELSE d.department_key END AS department_key,
  r.fingerprint, r.matter, r.last_run AS run_id, r.rule, r.rule_version, r.severity, r.verdict, r.state,
  r.project, r.message, r.reported, r.expected, r.difference_fen / 1000000.0::double precision AS difference_wan,
  r.formula, r.quote, coalesce(v.state, 'open') AS review, v.who AS reviewer, v.comment, r.place
FROM finding_rows r
LEFT JOIN document_rows o ON o.sha256 = r.sha256
LEFT JOIN disclosure_rows d ON d.document = o.number AND d.ordinal = r.disclosure
LEFT JOIN review_rows v ON v.fingerprint = r.fingerprint
WHERE r.open = 1;

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
  r.amount_fen, r.amount_fen / 1000000.0::double precision AS amount_wan, r.printed, r.place
FROM statement_item_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW statements_said AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.subject, r.code, r.within, r.about_year, r.amount_fen, r.amount_fen / 1000000.0::double precision AS amount,
  r.base_fen, r.base_fen / 1000000.0::double precision AS base, r.change_fen, r.change_fen / 1000000.0::double precision AS change,
  r.percent, r.percent_of, r.count, r.sentence, r.place
FROM said_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW documents AS
SELECT
  number AS id, number AS document_id, province, city, region, region_code, year, stage,
  department, department_key,
  sha256, path, format, title, url, outcome, forms, cells, set_aside_cells, unclaimed_cells, unread_rows,
  recognized_pages, unresolved,
  (SELECT later.number FROM document_rows later WHERE later.sha256 = d.superseded_by) AS superseded_by
FROM document_rows d;

CREATE VIEW execution_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.category,
  r.initial_fen, r.initial_fen / 1000000.0::double precision AS initial, r.budget_fen, r.budget_fen / 1000000.0::double precision AS budget,
  r.spent_fen, r.spent_fen / 1000000.0::double precision AS spent, r.weight, r.rate, r.score, r.place,
  ARRAY[r.disclosure, r.ordinal] AS tie
FROM disclosure_rows d
JOIN execution_rows r ON r.disclosure = d.id
LEFT JOIN project_rows p ON p.id = r.project_id;
CREATE VIEW execution AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, project_id, project,
  category, initial_fen, initial, budget_fen, budget, spent_fen, spent, weight, rate, score, place
FROM execution_in_order;

CREATE VIEW scores_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.weight, r.score, r.rate, r.grade, r.place,
  ARRAY[r.disclosure, r.ordinal] AS tie
FROM disclosure_rows d
JOIN score_rows r ON r.disclosure = d.id
LEFT JOIN project_rows p ON p.id = r.project_id;
CREATE VIEW scores AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, project_id, project,
  weight, score, rate, grade, place
FROM scores_in_order;

CREATE VIEW project_links_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.before_id AS project_id, NULLIF(b.project, '') AS project,
  e.document AS later_document_id, e.year AS later_year, e.stage AS later_stage,
  r.after_id AS later_project_id, NULLIF(a.project, '') AS later_project,
  r.step, r.relation, r.ground, r.likeness, r.doubtful, b.place, a.place AS later_place,
  ARRAY[r.before_disclosure, r.after_disclosure, r.before_id, r.after_id] AS tie
FROM disclosure_rows d
JOIN project_link_rows r ON r.before_disclosure = d.id
JOIN disclosure_rows e ON e.id = r.after_disclosure
LEFT JOIN project_rows b ON b.id = r.before_id
LEFT JOIN project_rows a ON a.id = r.after_id;
CREATE VIEW project_links AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, project_id, project,
  later_document_id, later_year, later_stage, later_project_id, later_project, step, relation, ground, likeness,
  doubtful, place, later_place
FROM project_links_in_order;

CREATE VIEW indicator_links_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  b.project_id, NULLIF(p.project, '') AS project, b.id AS indicator_id, b.name, b.target,
  e.document AS later_document_id, e.year AS later_year, e.stage AS later_stage,
  a.id AS later_indicator_id, a.name AS later_name, a.target AS later_target,
  r.step, r.relation, r.likeness, r.doubtful, b.place, a.place AS later_place,
  ARRAY[r.before_disclosure, r.after_disclosure, r.before_id, r.after_id] AS tie
FROM disclosure_rows d
JOIN indicator_link_rows r ON r.before_disclosure = d.id
JOIN disclosure_rows e ON e.id = r.after_disclosure
LEFT JOIN indicator_rows b ON b.id = r.before_id
LEFT JOIN indicator_rows a ON a.id = r.after_id
LEFT JOIN project_rows p ON p.id = b.project_id;
CREATE VIEW indicator_links AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, project_id, project,
  indicator_id, name, target, later_document_id, later_year, later_stage, later_indicator_id, later_name,
  later_target, step, relation, likeness, doubtful, place, later_place
FROM indicator_links_in_order;

CREATE VIEW indicators AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.project_id, NULLIF(p.project, '') AS project, r.level1, r.level2, r.level1_printed, r.level2_printed,
  r.name, r.name_printed, r.description, r.target, r.horizon, r.kind, r.operator, r.value, r.unit,
  r.quantity, r.measure, r.standard, r.target_basis, r.weight, r.actual,
  r.actual_kind, r.actual_quantity, r.actual_measure, r.score, r.deviation, r.place
FROM indicator_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
LEFT JOIN project_rows p ON p.id = r.project_id;

CREATE VIEW outcomes_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  i.project_id, NULLIF(p.project, '') AS project, r.promised_id AS indicator_id, i.level1, i.level2, i.name,
  i.target AS promised, i.weight, r.adjusted_id, j.target AS adjusted,
  r.halfway_id, h.actual AS halfway,
  e.document AS report_document_id, r.reported_project_id, r.reported_id, s.name AS reported_name,
  s.target AS reported_target, s.weight AS reported_weight, s.actual, s.score, s.deviation,
  r.next_id, n.target AS next_target, r.self_evaluation, r.status, r.kept, r.doubtful,
  i.place, s.place AS reported_place,
  ARRAY[r.disclosure, r.promised_id] AS tie
FROM disclosure_rows d
JOIN outcome_rows r ON r.disclosure = d.id
JOIN indicator_rows i ON i.id = r.promised_id
LEFT JOIN project_rows p ON p.id = i.project_id
LEFT JOIN indicator_rows j ON j.id = r.adjusted_id
LEFT JOIN indicator_rows h ON h.id = r.halfway_id
LEFT JOIN indicator_rows s ON s.id = r.reported_id
LEFT JOIN disclosure_rows e ON e.id = s.disclosure
LEFT JOIN indicator_rows n ON n.id = r.next_id;
CREATE VIEW outcomes AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, project_id, project,
  indicator_id, level1, level2, name, promised, weight, adjusted_id, adjusted, halfway_id, halfway,
  report_document_id, reported_project_id, reported_id, reported_name, reported_target, reported_weight, actual,
  score, deviation, next_id, next_target, self_evaluation, status, kept, doubtful, place, reported_place
FROM outcomes_in_order;

CREATE VIEW work_plan AS
SELECT
  r.id,
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  r.item, r.office, r.goal, r.actual, r.deviation,
  r.amount_fen, r.amount_fen / 1000000.0::double precision AS amount_wan, r.amounts, r.place
FROM work_plan_rows r
JOIN disclosure_rows d ON d.id = r.disclosure;

CREATE VIEW cells_in_order AS
SELECT
  d.document AS document_id, d.province, d.city, d.region, d.region_code, d.year, d.stage,
  d.department, d.department_key,
  CASE WHEN r.place ~ '^p[0-9].* t[0-9]' AND strpos(r.place, '!') = 0
    THEN substring(r.place from '^p([0-9]+)')::bigint END AS page,
  r.table_no AS "table", r.row_no AS "row", r.column_no AS "column", r.row_span, r.col_span,
  r.text, r.status, r.field, r.reason, r.confidence, r.reading, r.place,
  ARRAY[r.disclosure, r.ordinal] AS tie
FROM cell_rows r
JOIN disclosure_rows d ON d.id = r.disclosure
UNION ALL
SELECT
  o.number, o.province, o.city, o.region, o.region_code, o.year, o.stage,
  o.department, o.department_key,
  CASE WHEN r.place ~ '^p[0-9].* t[0-9]' AND strpos(r.place, '!') = 0
    THEN substring(r.place from '^p([0-9]+)')::bigint END,
  r.table_no, r.row_no, r.column_no, r.row_span, r.col_span,
  r.text, 'unclaimed', NULL::text, NULL::text, r.confidence, r.reading, r.place,
  ARRAY[9223372036854775807, r.ordinal]
FROM unread_cell_rows r
JOIN document_rows o ON o.number = r.document;
CREATE VIEW cells AS
SELECT
  document_id, province, city, region, region_code, year, stage, department, department_key, page, "table", "row",
  "column", row_span, col_span, text, status, field, reason, confidence, reading, place
FROM cells_in_order;

CREATE VIEW current_documents AS
SELECT * FROM documents
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_budgets AS
SELECT * FROM budgets
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_projects AS
SELECT * FROM projects
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_indicators AS
SELECT * FROM indicators
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_costs AS
SELECT * FROM costs
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_plans AS
SELECT * FROM plans
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_plans_in_order AS
SELECT * FROM plans_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_work_plan AS
SELECT * FROM work_plan
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_texts AS
SELECT * FROM texts
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_texts_in_order AS
SELECT * FROM texts_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_cells AS
SELECT * FROM cells
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_cells_in_order AS
SELECT * FROM cells_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_diagnostics AS
SELECT * FROM diagnostics
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_diagnostics_in_order AS
SELECT * FROM diagnostics_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_findings AS
SELECT * FROM findings
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_statements AS
SELECT * FROM statements
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_statement_items AS
SELECT * FROM statement_items
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_statements_said AS
SELECT * FROM statements_said
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_execution AS
SELECT * FROM execution
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_execution_in_order AS
SELECT * FROM execution_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_scores AS
SELECT * FROM scores
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_scores_in_order AS
SELECT * FROM scores_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_project_links AS
SELECT * FROM project_links
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_project_links_in_order AS
SELECT * FROM project_links_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_indicator_links AS
SELECT * FROM indicator_links
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_indicator_links_in_order AS
SELECT * FROM indicator_links_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_outcomes AS
SELECT * FROM outcomes
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_outcomes_in_order AS
SELECT * FROM outcomes_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
