import * as z from 'zod';
import { loadData } from './load-data.js';

/** A retired code (GB/T 2260) and a code of today that holds its area, or most of it. */
export interface RegionHeir {
  code: string;
  name: string;
  heir: string;
  heirName: string;
  /** Prefecture of the heir; null below a municipality or right below a province. */
  heirCity: string | null;
}

let heirs: readonly RegionHeir[] | undefined;

/**
 * Codes retired since 2014 with their heirs. Where the name went on (县 → 区) they follow from the yearly lists of codes,
 * else from the State Council's announcements (国务院关于同意调整行政区划的批复); a region that was split has several.
 */
export function regionHeirs(): readonly RegionHeir[] {
  heirs ??= loadData('regions/heirs.json', z.array(z.string())).map(parseLine);
  return heirs;
}

function parseLine(line: string): RegionHeir {
  const [code = '', name = '', heir = '', heirName = '', heirCity = null] = line.split(' ');
  return { code, name, heir, heirName, heirCity };
}
