-- 词的索引也记下哪些词在名称里（前加 @）：只找名称时不必把命中的每条取出来看
ALTER TABLE search_index DROP COLUMN words;
ALTER TABLE search_index ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
  array_to_tsvector(array_remove(string_to_array(
    name || ' ' || body || CASE WHEN name = '' THEN '' ELSE replace(' ' || name, ' ', ' @') END, ' '), ''))) STORED;
CREATE INDEX search_index_words ON search_index USING gin (words);

-- 每个词（名称里的，前加 @）在多少条里，计算相关度用：由索引去数，要把命中的每条都走到
CREATE TABLE search_words (word text COLLATE "C" PRIMARY KEY, entries bigint NOT NULL);
CREATE FUNCTION write_search_words() RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_words
  SELECT lexeme, count(*) FROM search_index, unnest(words) GROUP BY 1
$$;
SELECT write_search_words();

CREATE OR REPLACE FUNCTION count_search() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change bigint := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  UPDATE search_size SET entries = entries + change * n, words = words + change * w
  FROM (SELECT count(*) AS n, coalesce(sum(size), 0)::bigint AS w FROM changed) c WHERE n > 0;
  INSERT INTO search_words AS s
  SELECT lexeme, change * count(*) FROM changed, unnest(changed.words) GROUP BY 1
  ON CONFLICT (word) DO UPDATE SET entries = s.entries + excluded.entries;
  IF TG_OP = 'DELETE' THEN
    DELETE FROM search_words WHERE entries = 0 AND word IN (SELECT lexeme FROM changed, unnest(changed.words));
  END IF;
  RETURN NULL;
END $$;
