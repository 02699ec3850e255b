import * as z from 'zod';
import { findRegionByCode } from '../../../normalizers/parse/region/find-region.js';
import { loadData } from '../../model/load-data.js';

/** A province as a square of a map on which neighbours lie about where they do in the country; column and row from 1. */
export interface ProvinceTile {
  code: string;
  /** As documents name it: 云南省. */
  name: string;
  /** As a square has room for: 云南. */
  short: string;
  column: number;
  row: number;
}

const tilesSchema = z.array(z.tuple([z.string().length(6), z.string(), z.int().min(1), z.int().min(1)]));

let tiles: readonly ProvinceTile[] | undefined;

/** The 34 provinces, municipalities, autonomous and special regions, by code. @throws Error where the data file is damaged */
export function provinceTiles(): readonly ProvinceTile[] {
  tiles ??= loadData('regions/tiles.json', tilesSchema).map(([code, short, column, row]) => {
    const region = findRegionByCode(code);
    if (!region) throw new Error(`data/regions/tiles.json：没有行政区划代码 ${code}`);
    return { code, name: region.name, short, column, row };
  });
  return tiles;
}
