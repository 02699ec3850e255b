-- 全文检索：按相邻两字切分（src/store/derived/search-words.ts），不存原文；rowid = 行编号 × 8 + 种类（src/store/derived/search-index.ts）
CREATE VIRTUAL TABLE search_index USING fts5 (
  name, body,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);

-- 文档离开它的编号时，那里的检索条目一并删去；一份文档的行编号 × 8 共占 2^20 个
CREATE TRIGGER search_index_removed AFTER DELETE ON document_rows BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.number << 20 AND (old.number << 20) + 1048575;
END;
CREATE TRIGGER search_index_moved AFTER UPDATE OF number ON document_rows WHEN old.number <> new.number BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.number << 20 AND (old.number << 20) + 1048575;
END;
