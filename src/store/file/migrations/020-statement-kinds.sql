-- 按表类取预算表的数字，不必走遍范围内所有的行
CREATE INDEX statement_item_rows_kind ON statement_item_rows (kind, disclosure);
