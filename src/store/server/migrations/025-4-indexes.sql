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
