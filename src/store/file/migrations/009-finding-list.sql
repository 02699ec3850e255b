-- 疑点清单：每个疑点取最近一次报告它的核查，一行；窄表，计数与翻页不必读整行。
-- gravity：0 错误、1 提醒、2 提示；stake_fen：差额的绝对值；answer：复核状态，没有答复为空
CREATE TABLE finding_list_rows (
  id             INTEGER PRIMARY KEY,
  run            INTEGER NOT NULL,
  fingerprint    TEXT    NOT NULL,
  reported       INTEGER NOT NULL,
  gravity        INTEGER NOT NULL,
  stake_fen      INTEGER NOT NULL,
  rule           TEXT    NOT NULL,
  sha256         TEXT    NOT NULL,
  disclosure     INTEGER NOT NULL,
  project        TEXT,
  message        TEXT    NOT NULL,
  answer         TEXT
) STRICT;
INSERT INTO finding_list_rows
SELECT
  f.id, f.run, f.fingerprint, f.open,
  CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, abs(coalesce(f.difference_fen, 0)),
  f.rule, f.sha256, f.disclosure, f.project, f.message,
  (SELECT v.state FROM review_rows v WHERE v.fingerprint = f.fingerprint)
FROM finding_rows f
WHERE f.run = (SELECT max(l.run) FROM finding_rows l WHERE l.fingerprint = f.fingerprint AND l.id = f.id);

CREATE INDEX finding_list_order ON finding_list_rows (
  reported, gravity, stake_fen DESC, rule, fingerprint, id, answer, sha256, disclosure
);
CREATE INDEX finding_list_rule ON finding_list_rows (reported, rule, gravity, answer);
CREATE INDEX finding_list_subject ON finding_list_rows (sha256, disclosure, reported, rule, gravity, answer);
CREATE INDEX finding_list_fingerprint ON finding_list_rows (fingerprint);
