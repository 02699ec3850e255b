import { ancestorsOf } from './level-hint.js';
import { matchRegions } from './match-region.js';
import type { RegionRow } from './region-book.js';
import { pathSegments, type RegionClues } from './region-clues.js';
import { levelOf } from './region-names.js';

/** Codes of the provinces and cities named anywhere in the clues: in names, titles and paths; and in running text. */
export interface ParentsSeen {
  inNames(): ReadonlySet<string>;
  inTexts(): ReadonlySet<string>;
}

/** Searches when asked; texts may be long. */
export function parentsSeen(clues: RegionClues, year: number | null): ParentsSeen {
  let names: Set<string> | undefined;
  let texts: Set<string> | undefined;
  return {
    inNames() {
      names ??= new Set([
        ...codesIn([...clues.departmentNames, ...clues.agencies, ...clues.titles], year, false),
        ...codesIn(
          pathSegments(clues).map(({ segment }) => segment),
          year,
          true,
        ),
      ]);
      return names;
    },
    inTexts() {
      texts ??= codesIn(clues.texts, year, false);
      return texts;
    },
  };
}

/**
 * Chooses by the city, else the province, that is named, in names before running text; what stays ambiguous is returned
 * whole.
 */
export function narrowByParents(open: readonly RegionRow[], seen: ParentsSeen): RegionRow[] {
  for (const codes of [seen.inNames(), seen.inTexts()]) {
    const city = open.filter(({ code }) => codes.has(`${code.slice(0, 4)}00`));
    if (city.length === 1) return city;
    const province = (city.length > 0 ? city : open).filter(({ code }) =>
      codes.has(`${code.slice(0, 2)}0000`),
    );
    if (province.length === 1) return province;
    if (city.length > 0 || province.length > 0) return [...open];
  }
  return [...open];
}

function codesIn(texts: readonly string[], year: number | null, shortNames: boolean): Set<string> {
  const codes = new Set<string>();
  for (const text of texts) {
    for (const { rows, form } of matchRegions(text.replace(/\s+/g, ''), { year })) {
      const [row] = rows;
      if (!row || rows.length > 1 || (form === 'short' && !shortNames)) continue;
      if (levelOf(row) !== 'county') codes.add(row.code);
      for (const ancestor of ancestorsOf(row, year)) codes.add(ancestor.code);
    }
  }
  return codes;
}
