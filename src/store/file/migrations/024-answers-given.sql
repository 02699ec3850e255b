-- 每一次答复：一起给出的编为一批（batch）；former_* 是在此之前的答复，没有答复为空。凭它撤销，恢复得一字不差
CREATE TABLE answer_rows (
  batch          INTEGER NOT NULL,
  fingerprint    TEXT    NOT NULL,
  state          TEXT    NOT NULL,
  comment        TEXT,
  who            TEXT    NOT NULL,
  at             TEXT    NOT NULL,
  former_state   TEXT,
  former_comment TEXT,
  former_who     TEXT,
  former_at      TEXT,
  undone         INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (batch, fingerprint)
) STRICT;
CREATE INDEX answer_rows_fingerprint ON answer_rows (fingerprint);
