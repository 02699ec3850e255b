import type { FacetCount, SearchScope } from '../../../src/model/ports/questions.js';
import type { Store } from '../../../src/model/ports/store.js';
import { EVERY_SECTION } from '../../../src/model/sections/sections.js';
import type { SqlValue } from '../../../src/model/sql-value.js';

/** What a search for one word finds by value of a column, counted by plain SQL over the views, without the index. */
export async function countedBySql(
  store: Store,
  column: string,
  word: string,
  { region, year, stage, department, level1, views }: SearchScope,
): Promise<FacetCount[]> {
  const selects = EVERY_SECTION.flatMap((section) => {
    const { view, searchKind, fields } = section;
    const hasLevel = view === 'indicators';
    if (searchKind === undefined || (views && !views.includes(view))) return [];
    if (!hasLevel && (level1 !== undefined || column === 'level1')) return [];
    const held = fields.flatMap(({ name, indexed }) =>
      indexed === undefined ? [] : [`instr("${name}", :word) > 0`],
    );
    const value = column === 'view' ? `'${view}'` : column;
    return [
      `SELECT ${value} AS value FROM ${view} WHERE (${held.join(' OR ')})
         AND (:region IS NULL OR region_code LIKE :region || '%') AND (:year IS NULL OR year = :year)
         AND (:stage IS NULL OR stage = :stage) AND (:department IS NULL OR instr(department, :department) > 0)
         AND (:level1 IS NULL OR ${hasLevel ? 'level1' : "''"} = :level1)`,
    ];
  });
  if (selects.length === 0) return [];
  const asked: Record<string, SqlValue> = {
    word,
    region: region ?? null,
    year: year ?? null,
    stage: stage ?? null,
    department: department ?? null,
    level1: level1 ?? null,
  };
  const { rows } = await store.sql(
    `SELECT value, count(*) AS count FROM (${selects.join(' UNION ALL ')}) GROUP BY value ORDER BY count DESC, value`,
    asked,
  );
  return rows.map(({ value, count }) => ({ column, value: value ?? null, count: Number(count) }));
}
