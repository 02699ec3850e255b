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
