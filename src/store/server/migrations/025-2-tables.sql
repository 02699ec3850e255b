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
