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
