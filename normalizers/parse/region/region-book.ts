import * as z from 'zod';
import { loadData } from '../../../src/model/load-data.js';
import { type NameForm, namesOf } from './region-names.js';

/** A code under one of its names, with the years it was in use (`last` null: today). */
export interface RegionRow {
  code: string;
  name: string;
  first: number;
  last: number | null;
}

/** A place without a code of its own: a development zone. */
interface Zone {
  name: string;
  parent: string;
  /** Code of the statistics bureau's lists (430271), which finance systems use in project codes. */
  statisticalCode: string | null;
}

export interface NamedRow {
  row: RegionRow;
  form: NameForm;
}

const wordsSchema = z.object({
  ethnicGroups: z.array(z.string()),
  /** 区委…, 县…, 市…: words that say of which level a department is, without naming the place. */
  levelWords: z.array(z.string()),
  notLevelWords: z.array(z.string()),
  zoneSuffixes: z.array(z.string()),
  /** A zone's own name holds none of these. */
  zoneStopWords: z.array(z.string()),
  /** Behind a zone's name these make it the subject of an office (新区建设办公室), not a place. */
  zoneTails: z.array(z.string()),
  /** Behind a short name these make it another place (朝阳街道). */
  placeTails: z.array(z.string()),
  organTails: z.array(z.string()),
  /** Organs of the whole country by their name (水利部), and how the names of others begin (国家…). */
  nationalOrgans: z.array(z.string()),
  nationalPrefixes: z.array(z.string()),
});
type RegionWords = z.infer<typeof wordsSchema>;

const zonesSchema = z.array(z.tuple([z.string().nullable(), z.string(), z.string().length(6)]));

/** Every code and name since 2002 with indexes; built on first use, about 15 ms. */
export interface RegionBook {
  byCode: ReadonlyMap<string, readonly RegionRow[]>;
  byName: ReadonlyMap<string, readonly NamedRow[]>;
  /** First two characters of every name, to skip texts quickly. */
  heads: ReadonlySet<string>;
  longestName: number;
  zones: readonly Zone[];
  words: RegionWords;
}

let book: RegionBook | undefined;

export function regionBook(): RegionBook {
  book ??= buildBook();
  return book;
}

function buildBook(): RegionBook {
  const words = loadData('regions/words.json', wordsSchema);
  const rows = loadData('regions/regions.json', z.array(z.string())).map(readRow);
  const zones = loadData('regions/zones.json', zonesSchema).map(
    ([statisticalCode, name, parent]): Zone => ({ statisticalCode, name, parent }),
  );
  const byCode = new Map<string, RegionRow[]>();
  const byName = new Map<string, NamedRow[]>();
  for (const row of rows) {
    pushTo(byCode, row.code, row);
    for (const { name, form } of namesOf(row, words.ethnicGroups)) pushTo(byName, name, { row, form });
  }
  const names = [...byName.keys()];
  return {
    byCode,
    byName,
    heads: new Set(names.map((name) => name.slice(0, 2))),
    longestName: names.reduce((longest, name) => Math.max(longest, name.length), 0),
    zones,
    words,
  };
}

/** `130502 桥东区 2002-2020`; nothing behind the dash: in use today. Written by scripts/build-regions.ts. */
const ROW = /^(\d{6}) (\S+) (\d{4})-(\d{4})?$/;

/** @throws where the line is not of that shape: the data file is damaged. */
function readRow(line: string): RegionRow {
  const [, code, name, first, last] = ROW.exec(line) ?? [];
  if (!code || !name) throw new Error(`data/regions/regions.json：无法识别的一行「${line}」`);
  return { code, name, first: Number(first), last: last ? Number(last) : null };
}

function pushTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** 石峰区 → 石峰; the name itself where it has no shorter form. */
export const shortNameOf = (row: RegionRow): string =>
  namesOf(row, regionBook().words.ethnicGroups).find(({ form }) => form === 'short')?.name ?? row.name;
