import { describe, expect, it } from 'vitest';
import { boundText, translate } from '../../../src/store/server/translate.js';

const asked = (sql: string, ...given: unknown[]) => boundText(translate(sql), given);

describe('translate', () => {
  it.each([
    [
      'SELECT a FROM t WHERE b = ? AND c IS ?',
      ['x', null],
      'SELECT a FROM t WHERE b = $1::text AND c IS NULL',
      ['x'],
    ],
    [
      'SELECT :a + :b - :a',
      [{ a: 1, b: 2.5 }],
      'SELECT $1::bigint + $2::double precision - $1::bigint',
      [1, 2.5],
    ],
    ['SELECT \'?\' AS "a?" -- ?\n, ?', [1], 'SELECT \'?\' AS "a?" , $1::bigint', [1]],
    [
      "SELECT group_concat(a), GROUP_CONCAT(DISTINCT a + 1), group_concat(iif(a, 1, 2), '、' ORDER BY b)",
      [],
      "SELECT string_agg((a)::text, ','), string_agg(DISTINCT ( a + 1)::text, ','), string_agg((iif(a, 1, 2))::text, '、' ORDER BY b)",
      [],
    ],
    ['SELECT group_concat(a ORDER BY b)', [], "SELECT string_agg((a )::text, ',' ORDER BY b)", []],
    ['SELECT x::text, y AS myName', [], 'SELECT x::text, y AS "myName"', []],
    ['SELECT 1 FROM t LIMIT ?', [-1], 'SELECT 1 FROM t LIMIT nullif($1::bigint, -1)', [-1]],
    ['SELECT 1 FROM a INDEXED BY i WHERE x LIKE ?', ['y'], 'SELECT 1 FROM a WHERE x ILIKE $1::text', ['y']],
    ['SELECT a REGEXP ?, b not regexp ?', ['x', 'y'], 'SELECT a ~ $1::text, b !~ $2::text', ['x', 'y']],
    ['SELECT 1 FROM a NOT INDEXED WHERE NOT x', [], 'SELECT 1 FROM a WHERE NOT x', []],
    ['SELECT 1 FROM a CROSS JOIN b ON b.x = a.x', [], 'SELECT 1 FROM a JOIN b ON b.x = a.x', []],
    ['SELECT 1 FROM a CROSS JOIN b WHERE TRUE', [], 'SELECT 1 FROM a CROSS JOIN b WHERE TRUE', []],
    [
      'select 1 from (select 2) where 1 in (select 3)',
      [],
      'select 1 from (select 2) AS item1 where 1 in (select 3)',
      [],
    ],
  ])('%s', (sql, given, text, values) => {
    expect(asked(sql, ...given)).toMatchObject({ text, values });
  });

  it('finds phrases by their words, then as they stand', () => {
    const { text, isGeneral } = asked(
      'SELECT 1 FROM search_index WHERE search_index MATCH ?',
      '"普法 法宣" NOT name : "宣" *',
    );
    expect(isGeneral).toBe(false);
    expect(text).toContain("words @@ '''普法'' & ''法宣'''::tsquery");
    expect(text).toContain('AND NOT');
    expect(text).toContain("NOT words @@ '''@宣'':*'::tsquery");
  });

  it.each([
    ['SELECT ?', []],
    ['SELECT ?', [1, 2]],
    ['SELECT :a', [{}]],
  ])('refuses parameters that are missing or too many: %s', (sql, given) => {
    expect(() => asked(sql, ...given)).toThrow(RangeError);
  });
});
