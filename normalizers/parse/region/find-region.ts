import type { Region } from '../../../src/model/disclosure.js';
import { matchRegionAt } from './match-region.js';
import { type RegionRow, regionBook } from './region-book.js';
import { levelOf } from './region-names.js';

/** The whole country, as a person names it (assign --region 全国): no document is placed there by inference. */
const NATION: Region = { code: '000000', name: '全国', province: null, city: null };

/**
 * The region a code stood for in a year; codes are reused (130502 was 桥东区, since 2020 襄都区). Codes that mean a city's own
 * level (130301, 110100) give the city or municipality, codes the statistics bureau gives to development zones give a
 * region without a code. Null for codes never in use.
 */
export function findRegionByCode(code: string, year: number | null = null): Region | null {
  if (code === NATION.code) return NATION;
  const row = findRow(code, year);
  if (row) return describeRegion(row, year);
  const zone = regionBook().zones.find(({ statisticalCode }) => statisticalCode === code);
  return zone ? describeZone(zone.name, zone.parent, year) : null;
}

/**
 * The regions a name can mean in a year: a full name, alone or behind its parents (`株洲市石峰区`), or a short name behind a
 * parent (`株洲石峰`, `湖南 株洲 石峰`). One region where the name is unambiguous, several where it is not, none where unknown.
 */
export function findRegionsByName(name: string, year: number | null = null): Region[] {
  const plain = name.trim();
  if (plain === NATION.name) return [NATION];
  const match = matchRegionAt(plain, 0, { year, countyShortNames: true });
  if (!match || match.length !== plain.length) return [];
  return match.rows.map((row) => describeRegion(row, year));
}

export function findRow(code: string, year: number | null): RegionRow | null {
  const { byCode } = regionBook();
  for (const candidate of [code, ownLevelOf(code, 4), ownLevelOf(code, 2)]) {
    const rows = candidate === null ? undefined : byCode.get(candidate);
    if (rows) return rowInYear(rows, year);
  }
  return null;
}

/** 130301 → 130300, 110100 and 110101 → 110000; null where the code names a place below. */
function ownLevelOf(code: string, digits: 2 | 4): string | null {
  const tail = code.slice(digits);
  const isOwnLevel = digits === 4 ? /^0[01]$/.test(tail) : /^0[012]00$|^0001$|^9000$/.test(tail);
  return isOwnLevel ? code.slice(0, digits).padEnd(6, '0') : null;
}

/** The row in use in the year, the newest first; else the nearest in time. Null year: today's. */
function rowInYear(rows: readonly RegionRow[], year: number | null): RegionRow | null {
  const wanted = year ?? Number.POSITIVE_INFINITY;
  const distance = ({ first, last }: RegionRow): number =>
    wanted < first ? first - wanted : Math.max(0, (year ?? first) - (last ?? Number.POSITIVE_INFINITY));
  const missing = (row: RegionRow): number => (year === null ? (row.last === null ? 0 : 1) : distance(row));
  const [best] = [...rows].sort((a, b) => missing(a) - missing(b) || b.first - a.first);
  return best ?? null;
}

/** Parents by name. A municipality's districts have it as province and no city; so have places right below a province. */
export function describeRegion(row: RegionRow, year: number | null): Region {
  const { byCode } = regionBook();
  const nameOf = (code: string): string | null => {
    const rows = byCode.get(code);
    return (rows && rowInYear(rows, year)?.name) ?? null;
  };
  return {
    code: row.code,
    name: row.name,
    province: nameOf(`${row.code.slice(0, 2)}0000`),
    city: levelOf(row) === 'province' ? null : nameOf(`${row.code.slice(0, 4)}00`),
  };
}

/** A place without a code below a region with one. */
export function describeZone(name: string, parentCode: string, year: number | null): Region | null {
  const parent = findRow(parentCode, year);
  return parent ? { ...describeRegion(parent, year), code: null, name } : null;
}
