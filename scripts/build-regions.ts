/**
 * Derives data/regions/regions.json from `gb2260` (GB/T 2260, 19 revisions 2002-12 … 2016-07), `lcn` (Ministry of Civil
 * Affairs, 2024) and data/regions/changes.json (what happened between the two): one row per code and name with the first
 * and last year it was in use. Names that only stand for "directly below" (市辖区, 省直辖县级行政区划) are left out.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Row {
  code: string;
  name: string;
  first: number;
  /** null: in use today. */
  last: number | null;
}

const require = createRequire(import.meta.url);
const readJson = (path: string | URL): unknown => JSON.parse(readFileSync(path, 'utf8'));
const changes = readJson(new URL('../data/regions/changes.json', import.meta.url)) as {
  lastYear: Record<string, string[]>;
  firstYear: Record<string, string[]>;
};
const revisions = (readJson(require.resolve('gb2260/lib/revisions.json')) as string[]).sort();
const today = new Map(
  (readJson(require.resolve('lcn/data/data.json')) as { code: string; name: string }[]).map(
    ({ code, name }) => [code, name] as const,
  ),
);

const yearIn = (table: Record<string, string[]>, code: string): number | null => {
  const hit = Object.entries(table).find(([, codes]) => codes.includes(code));
  return hit ? Number(hit[0]) : null;
};
const isPlaceholder = (code: string, name: string): boolean =>
  /^([市县]|.*市辖区|(省|自治区)直辖.*)$/.test(name) || /^(11|12|31|50)0[12]00$/.test(code);

const rows = new Map<string, Row>();
for (const revision of revisions) {
  const year = Number(revision.slice(0, 4));
  const names = readJson(require.resolve(`gb2260/lib/${revision}.json`)) as Record<string, string>;
  for (const [code, name] of Object.entries(names)) {
    const key = `${code} ${name}`;
    const row = rows.get(key) ?? { code, name, first: year, last: year };
    row.last = year;
    rows.set(key, row);
  }
}
const lastRevisionYear = Number(revisions.at(-1)?.slice(0, 4));
for (const row of rows.values()) {
  if (row.last !== lastRevisionYear) continue;
  if (today.get(row.code) === row.name) row.last = null;
  else row.last = yearIn(changes.lastYear, row.code) ?? lastRevisionYear;
}
for (const [code, name] of today) {
  const key = `${code} ${name}`;
  if (rows.get(key)?.last === null) continue;
  const first = yearIn(changes.firstYear, code) ?? lastRevisionYear;
  rows.set(rows.has(key) ? `${key} again` : key, { code, name, first, last: null });
}

const kept = [...rows.values()]
  .filter(({ code, name }) => !isPlaceholder(code, name))
  .sort((a, b) => a.code.localeCompare(b.code) || a.first - b.first);
const lines = kept.map(({ code, name, first, last }) => `${code} ${name} ${first}-${last ?? ''}`);
writeFileSync(
  new URL('../data/regions/regions.json', import.meta.url),
  `${JSON.stringify(lines, null, 2)}\n`,
);
console.log(`${kept.length} 条，其中现行 ${kept.filter(({ last }) => last === null).length} 条`);
