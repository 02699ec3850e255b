-- 一页疑点按编号取行；按差额排序的先由索引知道到哪个差额为止
CREATE INDEX finding_rows_id ON finding_rows (id) WHERE open = 1;
CREATE INDEX finding_rows_difference ON finding_rows (difference_fen) WHERE open = 1 AND settled = 0;
